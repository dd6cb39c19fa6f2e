package firsthop.grader.proof.warm;

import firsthop.grader.sandbox.ExitStatus;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processes that serve one submission after the other, which spares the start of a JVM for each. A
 * process in which a submission was ended early, or left anything behind, is replaced. For
 * submissions of our own: nothing keeps a hostile one from meeting the next one.
 */
public final class WarmPool implements AutoCloseable {
  private final Installation installation;
  private final Limits limits;
  private final Deque<WarmProcess> idle = new ConcurrentLinkedDeque<>();
  private final Set<WarmProcess> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();

  /** Makes a pool without processes; each starts when it is first wanted. */
  public WarmPool(Installation installation, Limits limits) {
    this.installation = installation;
    this.limits = limits;
  }

  /** Returns how many processes were started so far. */
  public int started() {
    return started.get();
  }

  @Override
  public void close() {
    running.forEach(WarmProcess::close);
  }

  /** Has a process serve an examiner. */
  Sandbox.Candidate serve(int port, String token) throws MachineFaultException {
    WarmProcess process = take();
    process.serve(port, token);
    return ended -> end(process, ended);
  }

  private WarmProcess take() throws MachineFaultException {
    WarmProcess waiting = idle.pollFirst();
    if (waiting != null) {
      return waiting;
    }
    WarmProcess another = WarmProcess.start(installation, limits);
    started.incrementAndGet();
    running.add(another);
    return another;
  }

  private String end(WarmProcess process, boolean ended) throws MachineFaultException {
    if (!ended && process.isFree()) {
      idle.addFirst(process);
      return ExitStatus.ENDED;
    }
    running.remove(process);
    return process.end(ended);
  }
}
