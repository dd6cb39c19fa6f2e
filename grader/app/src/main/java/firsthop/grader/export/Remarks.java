package firsthop.grader.export;

import firsthop.grader.common.SafeCsv;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Remarks on marks, for the instructor of a platform that has no place for them. */
final class Remarks {
  private Remarks() {}

  /** Adds a file with the remarks, and a notice about it; nothing if there are none. */
  static void add(Grades grades, String platform, Map<String, String> files, List<String> notices) {
    List<List<String>> rows = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      graded.remarks(grades.words()).forEach(remark -> rows.add(List.of(graded.id(), remark)));
    }
    if (!rows.isEmpty()) {
      String file = platform.toLowerCase(Locale.ROOT) + "-remarks.csv";
      files.put(file, SafeCsv.write(List.of("submission", "remark"), rows));
      notices.add(
          ("the marks include late deductions and overrides, which %s cannot explain; the"
                  + " explanations are in %s, for you only")
              .formatted(platform, file));
    }
  }
}
