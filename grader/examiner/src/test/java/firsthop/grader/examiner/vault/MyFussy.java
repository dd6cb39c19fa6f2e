package firsthop.grader.examiner.vault;

/** Throws in its constructor what a contract might name. */
public class MyFussy implements Fussy {
  public MyFussy() {
    throw new IllegalArgumentException("fussy");
  }
}
