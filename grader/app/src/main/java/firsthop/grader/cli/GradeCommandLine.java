package firsthop.grader.cli;

import firsthop.grader.grading.Grading;
import firsthop.grader.marks.DueDates;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.settings.SettingsFile;
import firsthop.grader.store.BenchSpec;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SettingsSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the command line of a run, for people to copy. Options with their default value are left
 * out.
 */
final class GradeCommandLine {
  private final Path here;
  private final List<String> words = new ArrayList<>();

  private GradeCommandLine(RunSpec run, Path here) {
    this.here = here;
    words.add(shown(run.path()));
    addUnlessUsual("--out", run.results(), ResultsOption.USUAL_FOLDER);
    run.roster().ifPresent(file -> add("--roster", shown(file)));
    if (run.labsAsked()) {
      run.labs().forEach(lab -> add("--lab", lab));
    }
    add(run.bench());
    add(run.settings(), run.zone());
  }

  /** Returns the command for the folder in which this program runs. */
  static String of(RunSpec run) {
    List<String> all = new ArrayList<>(List.of("./firsthop", "grade"));
    all.addAll(arguments(run, Path.of("").toAbsolutePath()));
    return ShellWords.join(all);
  }

  /**
   * Returns the words after {@code grade}.
   *
   * @param here the folder in which the command will run, absolute
   */
  static List<String> arguments(RunSpec run, Path here) {
    return List.copyOf(new GradeCommandLine(run, here).words);
  }

  private void add(BenchSpec bench) {
    bench.jobs().ifPresent(number -> add("--jobs", String.valueOf(number)));
    if (bench.sandbox() != SandboxKind.DOCKER) {
      add("--sandbox", bench.sandbox().word());
    }
    bench.baseImage().ifPresent(image -> add("--base-image", image));
    if (bench.seed() != Grading.USUAL_SEED) {
      add("--seed", String.valueOf(bench.seed()));
    }
  }

  private void add(SettingsSpec settings, ZoneId zone) {
    settings.file().ifPresent(file -> addUnlessUsual("--settings", file, SettingsFile.USUAL_NAME));
    Map<String, Instant> due = new TreeMap<>(settings.due());
    Instant all = due.remove(DueDates.ANY_LAB);
    if (all != null) {
      add("--due", time(all, zone));
    }
    due.forEach((lab, at) -> add("--due", lab + "=" + time(at, zone)));
    settings.extensions().ifPresent(file -> add("--extensions", shown(file)));
    settings.feedback().map(FeedbackLevel::word).ifPresent(level -> add("--feedback", level));
  }

  private void addUnlessUsual(String option, Path path, String usual) {
    if (!path.equals(here.resolve(usual))) {
      add(option, shown(path));
    }
  }

  private void add(String option, String value) {
    words.add(option);
    words.add(value);
  }

  /**
   * Returns a relative path below this folder; it never looks like an option or a file of options.
   */
  private String shown(Path path) {
    if (path.equals(here)) {
      return ".";
    }
    String text = (path.startsWith(here) ? here.relativize(path) : path).toString();
    return text.startsWith("-") || text.startsWith("@") ? "./" + text : text;
  }

  private static String time(Instant at, ZoneId zone) {
    return at.atZone(zone).toOffsetDateTime().toString();
  }
}
