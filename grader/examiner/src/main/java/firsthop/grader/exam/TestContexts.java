package firsthop.grader.exam;

/** Who lets hidden tests sit, put into the launcher session's store. */
public interface TestContexts {

  /**
   * A test is about to begin.
   *
   * @param test its unique id, as JUnit gives it
   */
  TestContext begin(String test) throws Exception;
}
