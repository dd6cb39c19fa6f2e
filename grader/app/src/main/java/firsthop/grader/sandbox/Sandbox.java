package firsthop.grader.sandbox;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import java.time.Duration;
import java.util.function.Supplier;

/** A place where workers and candidates run. Closing it ends all of them. */
public interface Sandbox extends AutoCloseable {

  /** Returns the description of this sandbox for results. */
  Description describe();

  /** Starts an examiner. It waits for {@link ToExaminer.Open}. */
  Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException;

  /** Starts a compiler. */
  Worker<Compilation.Request, Compilation.Result> startCompiler() throws MachineFaultException;

  /**
   * Starts a candidate that this examiner can reach.
   *
   * @param port the examiner's port on the loopback address that both share
   * @param token the secret that the candidate sends first
   */
  Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException;

  /**
   * Captures the output of all later candidates. Without this call it is discarded.
   *
   * @param outputs supplies, for each candidate, the object that collects its output
   */
  void captureOutput(Supplier<LastLines> outputs);

  /**
   * Returns how often the engine below this sandbox has stopped, so that everything that ran here
   * was lost. If two counts differ, the results between them are not valid.
   */
  default long outages() {
    return 0;
  }

  /**
   * Waits after a failure for an outage that is not visible yet: an engine that shuts down first
   * ends its containers, and still answers meanwhile.
   *
   * @param before the earlier value of {@link #outages}
   * @param limit the maximum wait
   * @return whether there was an outage
   */
  default boolean awaitOutage(long before, Duration limit) throws InterruptedException {
    return outages() != before;
  }

  /**
   * Waits after an outage until workers can be started again.
   *
   * @param limit the maximum wait
   * @return whether workers can be started
   */
  default boolean awaitReady(Duration limit) throws InterruptedException {
    return true;
  }

  @Override
  void close();

  /**
   * The description of a sandbox in results.
   *
   * @param kind the name on the command line
   * @param image the candidates' image; empty if there is none
   * @param jdk the version of the JDK that runs students' code
   * @param ownNamespace whether each bench has its own network namespace
   */
  record Description(String kind, String image, String jdk, boolean ownNamespace, Limits limits) {}

  /** A candidate's process. */
  interface Candidate {
    /**
     * Ends the process and all processes that it started, and waits until they are gone.
     *
     * @param exited whether it seems to have ended by itself; then its exit status is awaited first
     * @return how the process ended, such as {@code exit status 1}
     */
    String end(boolean exited) throws MachineFaultException;
  }
}
