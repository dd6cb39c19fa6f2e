package firsthop.grader.gradebook;

import firsthop.grader.feedback.Feedback;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.files.WholeFile;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.store.BoundedResult;
import firsthop.grader.store.Excerpts;
import firsthop.grader.store.LabKey;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.ResultJson;
import firsthop.grader.store.ResultReader;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of results: {@code grades.csv}, {@code run.json}, and for each submission {@code
 * submissions/<id>/result.json} and {@code feedback.md}. Each file is written completely or not at
 * all, and is on the disk when the call returns: finished results are kept even if the run is
 * killed.
 */
public final class Gradebook {
  static final String SUBMISSIONS = "submissions";
  private static final String RESULT = "result.json";

  /** Far above the size of a result with the longest traces in every test. */
  private static final int MAX_RESULT_BYTES = 64 << 20;

  /** The maximum size of a result in UTF-8. */
  private static final int MOST_BYTES_A_CHAR = 3;

  private final Path folder;
  private final RunEnvironment run;
  private final RunSpec spec;
  private final FeedbackSentences words;

  private Gradebook(Path folder, RunEnvironment run, RunSpec spec) {
    this.folder = folder;
    this.run = run;
    this.spec = spec;
    this.words = FeedbackSentences.in(spec.marking().language());
  }

  /** Opens the gradebook in a folder that was {@link ResultsFolder#check checked}. */
  public static Gradebook open(Path folder, RunEnvironment run, RunSpec spec) {
    return new Gradebook(folder, run, spec);
  }

  /**
   * Returns the kept result of a submission in these labs, if nothing on which it depends has
   * changed.
   */
  public List<LabResult> standing(Submission submission, Collection<String> labs)
      throws IOException {
    Map<String, LabKey> keys = keys(submission, labs);
    return kept(submission.id()).map(kept -> kept.standing(keys)).orElse(List.of());
  }

  /** Returns the kept result of a submission; empty if there is none that can be read. */
  public Optional<StoredResult> kept(String id) throws IOException {
    return kept(folder, id);
  }

  /** Returns the kept result of a submission in a folder of results. */
  static Optional<StoredResult> kept(Path folder, String id) throws IOException {
    try (InputStream in = Files.newInputStream(own(folder, id).resolve(RESULT))) {
      byte[] bytes = in.readNBytes(MAX_RESULT_BYTES);
      return Optional.of(ResultReader.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IllegalArgumentException ofAnotherVersionOrDamaged) {
      return Optional.empty();
    }
  }

  /**
   * Saves one submission's result, cut to a size that can be read again. Labs that were not graded
   * this time keep their earlier results.
   *
   * @throws IllegalArgumentException when the submission's id is not a valid folder name
   * @throws IOException when it cannot be written, or could not be read again
   */
  public void record(SubmissionResult graded, Submission submission) throws IOException {
    SubmissionResult result = BoundedResult.result(graded);
    StoredResult whole =
        new StoredResult(
                result,
                keys(submission, result.labs().stream().map(LabResult::id).toList()),
                run,
                BoundedResult.names(submission.lines()),
                excerpts(result, submission),
                BoundedResult.notices(submission.fileNotices()))
            .after(kept(result.id()));
    write(folder, whole, spec, words);
  }

  /** Writes the result and the feedback of a submission; files without a change are not written. */
  private static void write(Path folder, StoredResult kept, RunSpec spec, FeedbackSentences words)
      throws IOException {
    Path own = own(folder, kept.result().id());
    MarkingPolicy marking = spec.marking();
    SubmissionMarks all = marking.rules().marks(kept.result());
    String feedback = Feedback.write(kept, all, marking.feedback(), spec.title(), words);
    SubmissionMarks graded = marking.rules().marks(kept.result().in(spec.labs()));
    String json = ResultJson.write(kept, spec.labs(), graded);
    checkReadable(json);
    Files.createDirectories(own);
    WholeFile.write(own.resolve("feedback.md"), feedback);
    WholeFile.write(own.resolve(RESULT), json);
  }

  /** A result that cannot be read again would later break report and export for the whole class. */
  private static void checkReadable(String json) throws IOException {
    if (json.length() > MAX_RESULT_BYTES / MOST_BYTES_A_CHAR) {
      throw new IOException("it is too large to be read again: " + json.length() + " characters");
    }
    try {
      ResultReader.read(json);
    } catch (IllegalArgumentException unreadable) {
      throw new IOException("it could not be read again: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Writes all files of a run again by changed rules; verdicts do not change. */
  public static void rewrite(Path folder, StoredRun run) throws IOException {
    FeedbackSentences words = FeedbackSentences.in(run.spec().marking().language());
    for (StoredResult kept : run.results()) {
      if (!run.lost().contains(kept.result().id())) {
        write(folder, kept, run.spec(), words);
      }
    }
    table(folder, run.graded(), run.spec());
  }

  /** Writes the table of a whole run and the list of its submissions. */
  public void table(List<SubmissionResult> results) throws IOException {
    table(folder, results, spec);
  }

  /** Returns the number of kept submissions that are not among these. */
  public long beside(Collection<String> ids) {
    try (Stream<Path> all = Files.list(folder.resolve(SUBMISSIONS))) {
      return all.filter(each -> !ids.contains(each.getFileName().toString())).count();
    } catch (IOException none) {
      return 0;
    }
  }

  private static void table(Path folder, List<SubmissionResult> results, RunSpec spec)
      throws IOException {
    RunIndex index = new RunIndex(spec, results.stream().map(SubmissionResult::id).toList());
    Files.createDirectories(folder);
    RunFile.write(folder, index);
    WholeFile.write(
        folder.resolve("grades.csv"),
        GradesCsv.write(spec.labs(), results, spec.marking().rules()));
  }

  private Map<String, LabKey> keys(Submission submission, Collection<String> labs) {
    Map<String, LabKey> keys = new TreeMap<>();
    labs.forEach(lab -> keys.put(lab, LabKey.of(lab, submission, run)));
    return keys;
  }

  private static Map<String, Excerpts> excerpts(SubmissionResult result, Submission submission) {
    return result.labs().stream()
        .collect(Collectors.toMap(LabResult::id, lab -> Excerpts.of(lab, submission.of(lab.id()))));
  }

  private static Path own(Path folder, String id) {
    Path all = folder.resolve(SUBMISSIONS).toAbsolutePath().normalize();
    Path own = all.resolve(id).normalize();
    if (!all.equals(own.getParent()) || !own.getFileName().toString().equals(id)) {
      throw new IllegalArgumentException("not a valid folder name: " + id);
    }
    return own;
  }
}
