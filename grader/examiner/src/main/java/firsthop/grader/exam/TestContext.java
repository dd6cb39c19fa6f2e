package firsthop.grader.exam;

import firsthop.grader.network.PacketTrace;

/** Everything that one hidden test gets while it runs. */
public interface TestContext {

  /**
   * Returns a new subject that implements the contract.
   *
   * @param ownsArrays whether its caller owns its arrays, see {@link CallerOwnsArrays}
   */
  Object create(Class<?> contract, boolean ownsArrays) throws Exception;

  /** Releases a subject when the test has ended. */
  void release(Object subject);

  /** Returns the addresses that only this test uses. */
  AddressPlan addresses();

  /** Returns the seed of this test's random numbers. */
  Seed seed();

  /** Returns the trace on which this test records the messages on the wire. */
  PacketTrace trace();
}
