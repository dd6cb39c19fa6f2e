package firsthop.grader.sandbox;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import java.time.Duration;
import java.util.function.Supplier;

/** A place where workers and candidates run. Closing it ends all that it started. */
public interface Sandbox extends AutoCloseable {

  /** Returns what results say about this sandbox. */
  Description describe();

  /** Starts an examiner; it has said nothing yet. */
  Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException;

  /** Starts a compiler. */
  Worker<Compilation.Request, Compilation.Result> startCompiler() throws MachineFaultException;

  /**
   * Starts a candidate that this examiner can reach.
   *
   * @param port where, on the loopback address that both share, the examiner awaits it
   * @param token the word with which it presents itself
   */
  Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException;

  /**
   * Lets what candidates write from now on be heard; until then it is thrown away.
   *
   * @param words gives, for each candidate, what takes it in
   */
  void hear(Supplier<LastLines> words);

  /**
   * Returns how often all that runs here was lost at once, through no fault of what ran: the engine
   * below died, or was ended. Whatever came out between two counts that differ says nothing.
   */
  default long outages() {
    return 0;
  }

  /**
   * Waits, after something failed, for an outage that is only coming through: an engine that shuts
   * down ends what runs on it first, and answers meanwhile.
   *
   * @param before what {@link #outages} said before
   * @param limit for how long at most
   * @return whether there was one
   */
  default boolean awaitOutage(long before, Duration limit) throws InterruptedException {
    return outages() != before;
  }

  /**
   * Waits, after an outage, until workers can be started again.
   *
   * @param limit for how long at most
   * @return whether they can
   */
  default boolean awaitReady(Duration limit) throws InterruptedException {
    return true;
  }

  @Override
  void close();

  /**
   * What results say about a sandbox.
   *
   * @param kind as on the command line
   * @param image the candidates' image; empty where there is none
   * @param jdk the version of the JDK on which students' code runs
   * @param ownNamespace whether a bench has a network namespace of its own
   */
  record Description(String kind, String image, String jdk, boolean ownNamespace, Limits limits) {}

  /** A candidate's process. */
  interface Candidate {
    /**
     * Ends it, and all that it started, and waits until it is gone.
     *
     * @param ended whether it seems to have ended by itself, so that it is given a moment to do so
     * @return how its process ended, in words
     */
    String end(boolean ended) throws MachineFaultException;
  }
}
