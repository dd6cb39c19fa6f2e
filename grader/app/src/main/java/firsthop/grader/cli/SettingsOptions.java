package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.settings.Settings;
import firsthop.grader.settings.SettingsFile;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SettingsSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The course's settings, and the options that override them. */
final class SettingsOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "The course's settings (default: "
              + SettingsFile.USUAL_NAME
              + " in this folder, if it is there).")
  private @Nullable Path file;

  @Option(
      names = "--due",
      paramLabel = "[LAB=]TIME",
      description = {
        "When a lab, or every lab, is due, such as lab01=2026-10-01T23:59, in the course's zone. What"
            + " is late counts less by the late rule of the settings."
      })
  private List<String> due = List.of();

  @Option(
      names = "--extensions",
      paramLabel = "FILE",
      description = "Who may hand in later: a CSV file with the columns submission,lab,due.")
  private @Nullable Path extensions;

  @Option(
      names = "--feedback",
      paramLabel = "LEVEL",
      description = {
        "What feedback.md shows: score, hints (default), or full, which shows hidden tests' inputs."
      })
  private @Nullable String feedback;

  /**
   * Reads the settings of the course; a command calls this once.
   *
   * @param labs the ids of the labs that there are
   */
  Settings read(Collection<String> labs) throws BadInputException {
    Path usual = Path.of(SettingsFile.USUAL_NAME);
    if (file != null) {
      return SettingsFile.read(file, labs);
    }
    return Files.exists(usual) ? SettingsFile.read(usual, labs) : Settings.NONE;
  }

  /**
   * Returns the sources of the settings: the file and the options.
   *
   * @param labs the ids of the labs that there are
   */
  SettingsSpec spec(Settings settings, Collection<String> labs) throws BadInputException {
    return new SettingsSpec(
        settings.file(),
        DueOption.read(due, labs, settings.times()),
        Optional.ofNullable(extensions).map(RunSpec::absolute),
        level());
  }

  /** Returns the rules for a whole class. */
  static MarkingPolicy marking(Settings settings, SettingsSpec spec) {
    DueDates due = new DueDates(DueOption.over(settings.due(), spec.due()), Map.of());
    return new MarkingPolicy(
        new MarkRules(due, settings.late(), settings.weights(), Overrides.NONE),
        spec.feedback().orElse(settings.feedback()),
        settings.language());
  }

  private Optional<FeedbackLevel> level() throws BadInputException {
    try {
      return Optional.ofNullable(feedback).map(SettingsFile::level);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException("--feedback: " + unknown.getMessage());
    }
  }
}
