package firsthop.grader.control;

import java.util.List;

/**
 * All tests of the examiner, fixed before any student's code runs. A test without a verdict is then
 * a missing verdict and never makes the total smaller.
 *
 * @param exercises in the order of their ids
 */
public record ExamPlan(List<Exercise> exercises) {

  /**
   * One exercise.
   *
   * @param id such as {@code 1.1}: the lab's number, then the exercise's
   * @param contract the contract's binary name
   */
  public record Exercise(String id, String title, String rfc, String contract, List<Test> tests) {

    /** Returns the number of the exercise's lab. */
    public int lab() {
      return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }

    /** Returns the points of all tests. */
    public int max() {
      return tests.stream().mapToInt(Test::points).sum();
    }
  }

  /**
   * One hidden test.
   *
   * @param hint the hint that may be shown to the student when it fails; empty for none
   * @param limitMillis the time limit in milliseconds
   */
  public record Test(TestKey key, int points, String hint, int limitMillis) {}
}
