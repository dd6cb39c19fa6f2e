package firsthop.grader.examiner.vault;

/** A contract that nobody has implemented. */
public interface Absent {}
