package firsthop.grader.exam;

import firsthop.grader.network.PacketTrace;

/** All that one hidden test gets for the time that it runs. */
public interface TestContext {

  /** Returns a new subject that implements the contract. */
  Object create(Class<?> contract) throws Exception;

  /** The test is over for this subject. */
  void release(Object subject);

  /** Returns the addresses that are this test's own. */
  AddressPlan addresses();

  /** Returns where this test's chance comes from. */
  Seed seed();

  /** Returns where this test writes down what goes over the wire. */
  PacketTrace trace();
}
