package firsthop.grader.exam;

/** Who lets hidden tests sit, put into the launcher session's store. */
public interface Sittings {

  /**
   * A test is about to begin.
   *
   * @param test its unique id, as JUnit gives it
   */
  Sitting begin(String test) throws Exception;
}
