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
 * Has candidates started, one after the other, and ended. The port at which a candidate is awaited
 * is open only until it has come, and only the one with the token is taken.
 */
final class CandidateHost {
  private static final int TOKEN_BYTES = 32;

  /** Room for the candidate behind connections that are not it. */
  private static final int BACKLOG = 16;

  private static final Duration ARRIVAL = Duration.ofSeconds(30);
  private static final Duration PRESENTATION = Duration.ofSeconds(5);

  private final Grader grader;
  private final ToCandidate.Classes classes;
  private final Duration arrival;
  private final Duration presentation;
  private final SecureRandom random = new SecureRandom();
  private @Nullable CandidateLink link;
  private boolean dismissed;

  CandidateHost(Grader grader, ToCandidate.Classes classes) {
    this(grader, classes, ARRIVAL, PRESENTATION);
  }

  /**
   * Takes candidates under other time limits.
   *
   * @param arrival how long one may take from being wanted to having shown its token
   * @param presentation how long one connection may take to show its token
   */
  CandidateHost(
      Grader grader, ToCandidate.Classes classes, Duration arrival, Duration presentation) {
    this.grader = grader;
    this.classes = classes;
    this.arrival = arrival;
    this.presentation = presentation;
  }

  /** Returns a link to a candidate that can be asked: the present one, or a fresh one. */
  CandidateLink link() throws IOException {
    CandidateLink present = current();
    if (present != null && !present.lost()) {
      return present;
    }
    end();
    CandidateLink fresh = invite();
    synchronized (this) {
      link = fresh;
      dismissed = false;
    }
    fresh.tell(classes);
    return fresh;
  }

  synchronized @Nullable CandidateLink current() {
    return link;
  }

  /**
   * Asks for a candidate's end without waiting for it. Any thread may; one that comes late, when
   * another candidate is there already, changes nothing.
   */
  synchronized void dismiss(CandidateLink which) throws IOException {
    if (link == which && !dismissed) {
      dismissed = true;
      boolean ended = link.lost();
      link.close();
      grader.tell(new FromExaminer.CandidateDone(ended));
    }
  }

  /**
   * Ends the candidate, if there is one, and waits until it is gone. Only the thread that listens
   * to the grader may.
   *
   * @return how its process ended; empty when there was none
   */
  String end() throws IOException {
    CandidateLink present = current();
    if (present == null) {
      return "";
    }
    dismiss(present);
    String how = grader.listenFor(ToExaminer.CandidateGone.class).how();
    synchronized (this) {
      link = null;
    }
    return how;
  }

  private CandidateLink invite() throws IOException {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    long deadline = System.nanoTime() + arrival.toNanos();
    try (ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      grader.tell(new FromExaminer.CandidateWanted(door.getLocalPort(), token));
      while (true) {
        door.setSoTimeout(millisUntil(deadline));
        Socket socket = door.accept();
        if (presents(socket, token, deadline)) {
          socket.setSoTimeout(0);
          socket.setTcpNoDelay(true);
          return new CandidateLink(socket);
        }
        socket.close();
      }
    } catch (SocketTimeoutException nobody) {
      throw new IOException("no candidate came within " + arrival.toMillis() + " ms", nobody);
    }
  }

  private boolean presents(Socket socket, String token, long deadline) {
    long patience = Math.min(deadline, System.nanoTime() + presentation.toNanos());
    byte[] shown = new byte[token.length()];
    try {
      int length = 0;
      while (length < shown.length) {
        // Anew for each read: a connection that trickles is not to hold up the candidate.
        socket.setSoTimeout(millisUntil(patience));
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
      throw new SocketTimeoutException("the time is up");
    }
    return (int) (nanos / 1_000_000) + 1;
  }
}
