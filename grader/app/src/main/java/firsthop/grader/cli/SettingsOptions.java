package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.settings.Extensions;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.settings.Settings;
import firsthop.grader.settings.SettingsFile;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The course's settings, and the options that win over them. */
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
   * Returns how a run is asked for.
   *
   * @param arguments those of {@code grade}
   * @param labs the ids of the labs that there are
   * @param results the folder in which overrides are kept
   * @param submissions the class, by which extensions are given
   * @param says gets a line on what settings say of somebody who is not in it
   */
  RunSpec request(
      List<String> arguments,
      Collection<String> labs,
      Path results,
      List<Submission> submissions,
      Consumer<String> says)
      throws BadInputException {
    Settings settings = read(labs);
    Optional<Path> later = Optional.ofNullable(extensions).or(settings::extensions);
    Map<String, Instant> dueDates = DueOption.over(settings.due(), due, labs, settings.times());
    MarkRules rules =
        new MarkRules(
            new DueDates(
                dueDates,
                later.isPresent()
                    ? Extensions.read(later.get(), labs, settings.times(), submissions, says)
                    : Map.of()),
            settings.late(),
            settings.weights(),
            Overrides.read(results));
    return new RunSpec(
        Path.of("").toAbsolutePath(),
        arguments,
        settings.title(),
        settings.times().zone(),
        new MarkingPolicy(rules, level(settings)));
  }

  /**
   * Returns the ids of the course's labs.
   *
   * @param all those that there are; they are the course's unless its settings name some
   */
  Collection<String> labs(Collection<String> all) throws BadInputException {
    Settings settings = read(all);
    return settings.labs().isEmpty() ? all : settings.labs();
  }

  private Settings read(Collection<String> labs) throws BadInputException {
    Path usual = Path.of(SettingsFile.USUAL_NAME);
    if (file != null) {
      return SettingsFile.read(file, labs);
    }
    return Files.exists(usual) ? SettingsFile.read(usual, labs) : Settings.NONE;
  }

  private FeedbackLevel level(Settings settings) throws BadInputException {
    try {
      return feedback == null ? settings.feedback() : SettingsFile.level(feedback);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException("--feedback: " + unknown.getMessage());
    }
  }
}
