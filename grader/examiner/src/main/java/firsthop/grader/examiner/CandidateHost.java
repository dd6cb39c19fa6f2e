package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Asks the grader to start and to end candidates, one at a time. The port for a candidate is open
 * only until it has connected, and only a connection that sends the token is accepted.
 */
final class CandidateHost {
  private static final int TOKEN_BYTES = 32;

  /** Leaves room for the candidate behind foreign connections. */
  private static final int BACKLOG = 16;

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIMIT = Duration.ofSeconds(5);

  private final Grader grader;
  private final ToCandidate.Classes classes;
  private final Duration startLimit;
  private final Duration tokenLimit;
  private final SecureRandom random = new SecureRandom();
  private @Nullable CandidateLink link;
  private boolean dismissed;

  CandidateHost(Grader grader, ToCandidate.Classes classes) {
    this(grader, classes, START_LIMIT, TOKEN_LIMIT);
  }

  /**
   * Creates a host with other time limits.
   *
   * @param startLimit how long a candidate may take from the request until it has sent its token
   * @param tokenLimit how long one connection may take to send its token
   */
  CandidateHost(
      Grader grader, ToCandidate.Classes classes, Duration startLimit, Duration tokenLimit) {
    this.grader = grader;
    this.classes = classes;
    this.startLimit = startLimit;
    this.tokenLimit = tokenLimit;
  }

  /** Returns a link to a candidate that answers: the current one, or a new one. */
  CandidateLink link() throws IOException {
    CandidateLink present = current();
    if (present != null && !present.lost()) {
      return present;
    }
    end();
    CandidateLink fresh = startCandidate();
    synchronized (this) {
      link = fresh;
      dismissed = false;
    }
    fresh.send(classes);
    return fresh;
  }

  synchronized @Nullable CandidateLink current() {
    return link;
  }

  /**
   * Asks for a candidate's end without waiting for it. Any thread may call this. A late call, when
   * another candidate has been started, has no effect.
   */
  synchronized void dismiss(CandidateLink which) throws IOException {
    if (link == which && !dismissed) {
      dismissed = true;
      boolean exited = link.lost();
      link.close();
      grader.send(new FromExaminer.CandidateDone(exited));
    }
  }

  /**
   * Ends the candidate, if there is one, and waits until it is gone. Only the thread that receives
   * the grader's messages may call this.
   *
   * @return how its process ended; empty if there was no candidate
   */
  String end() throws IOException {
    CandidateLink present = current();
    if (present == null) {
      return "";
    }
    dismiss(present);
    String exit = grader.receive(ToExaminer.CandidateGone.class).exit();
    synchronized (this) {
      link = null;
    }
    return exit;
  }

  private CandidateLink startCandidate() throws IOException {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    long deadline = System.nanoTime() + startLimit.toNanos();
    try (ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      grader.send(new FromExaminer.CandidateWanted(listener.getLocalPort(), token));
      while (true) {
        listener.setSoTimeout(millisUntil(deadline));
        Socket socket = listener.accept();
        if (showsToken(socket, token, deadline)) {
          socket.setSoTimeout(0);
          socket.setTcpNoDelay(true);
          return new CandidateLink(socket);
        }
        socket.close();
      }
    } catch (SocketTimeoutException nobody) {
      throw new IOException(
          "no candidate connected within " + startLimit.toMillis() + " ms", nobody);
    }
  }

  private boolean showsToken(Socket socket, String token, long deadline) {
    long tokenDeadline = Math.min(deadline, System.nanoTime() + tokenLimit.toNanos());
    byte[] shown = new byte[token.length()];
    try {
      int length = 0;
      while (length < shown.length) {
        // Set it for each read: a connection that sends slowly must not delay the candidate.
        socket.setSoTimeout(millisUntil(tokenDeadline));
        int count = socket.getInputStream().read(shown, length, shown.length - length);
        if (count < 0) {
          return false;
        }
        length += count;
      }
      return MessageDigest.isEqual(shown, token.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException silent) {
      return false;
    }
  }

  private static int millisUntil(long deadline) throws SocketTimeoutException {
    long nanos = deadline - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("the time is over");
    }
    return (int) (nanos / 1_000_000) + 1;
  }
}
