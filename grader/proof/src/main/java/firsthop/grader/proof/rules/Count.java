package firsthop.grader.proof.rules;

/** Says how many there are of something. */
public final class Count {
  private Count() {}

  /** Returns, such as, {@code 1 test} or {@code 2 tests}. */
  public static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
