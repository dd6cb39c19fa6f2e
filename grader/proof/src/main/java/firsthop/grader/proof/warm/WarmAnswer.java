package firsthop.grader.proof.warm;

/**
 * What a warm process answers when the examiner has hung up.
 *
 * @param remains what the submission left in the process; empty when another one may run there
 */
public record WarmAnswer(String remains) {}
