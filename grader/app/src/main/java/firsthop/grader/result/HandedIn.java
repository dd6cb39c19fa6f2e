package firsthop.grader.result;

/** What was found of a lab in a submission. */
public enum HandedIn {
  /** A file that an exercise could be graded by. */
  WORK("work"),
  /** No such file. */
  NOTHING("nothing"),
  /** Something that could not be read, such as a damaged archive, and nothing else. */
  UNREADABLE("unreadable");

  private final String word;

  HandedIn(String word) {
    this.word = word;
  }

  /** Returns the word for it in files. */
  public String word() {
    return word;
  }
}
