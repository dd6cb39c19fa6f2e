package firsthop.grader.examiner.vault;

/** A contract whose implementation cannot be made. */
public interface Fussy {}
