package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.settings.Extensions;
import firsthop.grader.settings.Settings;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rules for single members of a class: extensions and overrides. */
final class ClassRules {
  private ClassRules() {}

  /**
   * Adds the extensions and overrides to the rules of a run.
   *
   * @param settings the settings of the course; the command line may name another file of
   *     extensions
   * @param labs the ids of all labs
   * @param results the folder that keeps the overrides
   * @param submissions the class, to which the extensions refer
   * @param says gets one line for each extension of somebody who is not in the class
   */
  static RunSpec addTo(
      RunSpec asked,
      Settings settings,
      Collection<String> labs,
      Path results,
      List<Submission> submissions,
      Consumer<String> says)
      throws BadInputException {
    MarkRules rules = asked.marking().rules();
    Optional<Path> later = asked.settings().extensions().or(settings::extensions);
    DueDates due =
        new DueDates(
            rules.due().labs(),
            later.isPresent()
                ? Extensions.read(later.get(), labs, settings.times(), submissions, says)
                : Map.of());
    return asked.with(asked.marking().with(rules.with(due).with(Overrides.read(results))));
  }
}
