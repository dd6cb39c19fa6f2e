package firsthop.grader.proof.warm;

/**
 * What a warm process is asked to do: serve one examiner.
 *
 * @param port the examiner's port on the loopback address
 * @param token the word with which the candidate presents itself
 */
public record WarmCall(int port, String token) {}
