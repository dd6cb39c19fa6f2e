package firsthop.grader.proof;

/**
 * What keeps an exercise from being proven.
 *
 * @param exercise its id, such as {@code 1.1}
 * @param what the submission, and the hidden test where it is one
 * @param expected what should have come out
 * @param came what came out
 * @param remedy what to do next
 */
public record Defect(String exercise, String what, String expected, String came, String remedy) {

  /** Returns it as one line. */
  @Override
  public String toString() {
    return "%s: %s: expected %s, came %s; %s".formatted(exercise, what, expected, came, remedy);
  }
}
