package firsthop.grader.exam;

/** The source of the tests' contexts, kept in the store of the launcher session. */
public interface TestContexts {

  /**
   * Returns the context of a test that is about to begin.
   *
   * @param test the unique id that JUnit gives the test
   */
  TestContext begin(String test) throws Exception;
}
