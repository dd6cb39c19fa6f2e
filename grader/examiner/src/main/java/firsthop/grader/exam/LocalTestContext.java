package firsthop.grader.exam;

import firsthop.grader.network.PacketTrace;

/**
 * A context with subjects from the class path, in this JVM, for tests in an IDE or under a mutation
 * tester. It has no time limits and no protection.
 */
record LocalTestContext(AddressPlan addresses, Seed seed, PacketTrace trace)
    implements TestContext {
  private static final int BENCH = 250;

  static TestContext begin(String test) {
    return new LocalTestContext(
        new AddressPlan(BENCH, 0), new Seed(0).forTest(test), new PacketTrace());
  }

  @Override
  public Object create(Class<?> contract, boolean ownsArrays) throws ReflectiveOperationException {
    Object subject =
        Class.forName(contract.getPackageName() + ".My" + contract.getSimpleName())
            .getConstructor()
            .newInstance();
    return ownsArrays ? ArrayOwner.of(contract, subject) : subject;
  }

  @Override
  public void release(Object subject) {
    if (subject instanceof AutoCloseable server) {
      try {
        server.close();
      } catch (Exception failed) {
        throw new IllegalStateException("close() must not throw", failed);
      }
    }
  }
}
