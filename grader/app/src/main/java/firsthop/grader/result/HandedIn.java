package firsthop.grader.result;

/** What a submission contains for one lab. */
public enum HandedIn {
  /** At least one file of an exercise. */
  WORK("work"),
  /** No file of an exercise. */
  NOTHING("nothing"),
  /** Only something that could not be read, such as a damaged archive. */
  UNREADABLE("unreadable");

  private final String word;

  HandedIn(String word) {
    this.word = word;
  }

  /** Returns the word that stands for it in files. */
  public String word() {
    return word;
  }
}
