package firsthop.grader.store;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * How a run was asked for; kept beside its results, so that what is done with them later follows
 * the same rules.
 *
 * @param directory where it was asked for, absolute; paths among the arguments start there
 * @param arguments those of {@code grade} on its command line, the command's name not among them
 * @param title of the course; empty for none
 * @param zone of the course, in which times are shown
 * @param marking what becomes of results
 */
public record RunSpec(
    Path directory, List<String> arguments, String title, ZoneId zone, MarkingPolicy marking) {

  /** Makes one of a run that is asked for here and now, in the machine's zone. */
  public RunSpec(List<String> arguments, String title, MarkingPolicy marking) {
    this(Path.of("").toAbsolutePath(), arguments, title, ZoneId.systemDefault(), marking);
  }
}
