package firsthop.grader.gradebook;

import java.util.List;

/**
 * How a run was asked for; kept beside its results, so that what is done with them later follows
 * the same rules.
 *
 * @param arguments those of {@code grade} on its command line, the command's name not among them
 * @param title of the course; empty for none
 * @param marking what becomes of results
 */
public record Request(List<String> arguments, String title, Marking marking) {}
