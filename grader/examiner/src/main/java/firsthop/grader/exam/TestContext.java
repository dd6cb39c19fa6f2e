package firsthop.grader.exam;

import firsthop.grader.network.PacketTrace;

/** All that one hidden test gets for the time that it runs. */
public interface TestContext {

  /** Return a new subject that implements the contract. */
  Object create(Class<?> contract) throws Exception;

  /** The test is over for this subject. */
  void release(Object subject);

  /** Return the addresses that are this test's own. */
  AddressPlan addresses();

  /** Return where this test's chance comes from. */
  Seed seed();

  /** Return where this test writes down what goes over the wire. */
  PacketTrace ladder();
}
