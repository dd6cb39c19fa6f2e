package firsthop.grader.submission;

/** Says whose number the account of a {@link SubmissionOrigin} is. */
public enum AccountOwner {
  /** The platform's format says that the number is a person's. */
  PERSON,
  /** The number is a group's, so it must never be matched with a person's number. */
  GROUP,
  /** The format does not say it: only a roster or a worksheet can tell. */
  UNKNOWN
}
