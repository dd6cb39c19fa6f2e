package firsthop.grader.examiner;

import firsthop.grader.agent.InProcessAgent;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A link, and the candidate's end of it: an agent's, or in the hands of the test. */
final class LinkedCandidate implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 20_000;

  final CandidateLink link;
  final Socket socket;
  private final FrameChannel channel;

  LinkedCandidate() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      socket = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
      socket.setSoTimeout(DEADLINE_MILLIS);
      link = new CandidateLink(door.accept());
    }
    channel = new FrameChannel(socket.getInputStream(), socket.getOutputStream(), Bounds.STANDARD);
  }

  /** Has an agent answer with these classes. */
  static LinkedCandidate withAgent(ToCandidate.Classes classes) throws IOException {
    LinkedCandidate candidate = new LinkedCandidate();
    candidate.socket.setSoTimeout(0);
    InProcessAgent.start(candidate.socket);
    candidate.link.send(classes);
    return candidate;
  }

  /** Waits for what the examiner asks. */
  ToCandidate hear() throws IOException {
    return channel.receive(ToCandidate.class);
  }

  void say(FromCandidate answer) throws IOException {
    channel.send(answer, FromCandidate.class);
  }

  void sayBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Returns the vault, which the candidate is made to have. */
  Vault vault(TestRun run) throws IOException {
    return subject(Vault.class, run);
  }

  <T> T subject(Class<T> contract, TestRun run) {
    return subject(contract, run, false);
  }

  <T> T subject(Class<T> contract, TestRun run, boolean ownsArrays) {
    return contract.cast(
        RemoteSubject.create(contract, new ContractExceptions(contract), link, run, ownsArrays));
  }

  static TestRun run() {
    return new TestRun(new ExamPlan.Test(new TestKey("9.9", "a_test"), 1, "", 1_000));
  }

  @Override
  public void close() throws IOException {
    link.close();
    socket.close();
  }
}
