package firsthop.grader.store;

import firsthop.grader.marks.DueDates;
import firsthop.grader.settings.FeedbackLevel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of the settings of a run. Their values are in its {@link RunSpec}.
 *
 * @param file the settings file that was read, absolute; empty where there was none
 * @param due the due dates of the command line by lab id, which replace those of the file; with
 *     {@link DueDates#ANY_LAB} they replace all of the file's
 * @param extensions the file of extensions on the command line, absolute; empty for the file of the
 *     settings
 * @param feedback the level on the command line; empty for the level of the settings
 */
public record SettingsSpec(
    Optional<Path> file,
    Map<String, Instant> due,
    Optional<Path> extensions,
    Optional<FeedbackLevel> feedback) {
  /** No settings file, and nothing on the command line. */
  public static final SettingsSpec NONE =
      new SettingsSpec(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  public SettingsSpec {
    file.ifPresent(path -> RunSpec.requireAbsolute("file", path));
    extensions.ifPresent(path -> RunSpec.requireAbsolute("extensions", path));
    due = Map.copyOf(due);
  }
}
