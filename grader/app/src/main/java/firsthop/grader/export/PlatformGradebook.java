package firsthop.grader.export;

import firsthop.grader.common.CsvFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A gradebook that a platform exported: what its columns are, and whose its rows are. */
sealed interface PlatformGradebook
    permits CanvasGradebook, BlackboardGradebook, BrightspaceGradebook {

  /** Returns the name of the platform. */
  String platform();

  Sheet sheet();

  /** Returns the columns that are written before those of the labs: who the student is. */
  List<Integer> before();

  /** Returns the columns that may be those of assignments. */
  List<Integer> assignments();

  /** Returns the title of such a column as an example, for messages. */
  String example();

  /** Returns the columns that are written after those of the labs. */
  List<Integer> after();

  /** Returns the title that the teacher gave an assignment, from the title of its column. */
  String title(String column);

  /** Returns the rows of the students by submission id, without submissions that have no row. */
  Map<String, List<String>> rows(List<ExportedSubmission> all);

  /** Returns the maximum of an assignment as it is in the gradebook; empty if it is not there. */
  Optional<String> maximum(int column);

  /** Returns the texts in a cell that say that there is no grade yet. */
  Set<String> ungraded();

  /** Returns the ids of submissions that get no mark and are not missed. */
  default List<String> withoutMark(List<ExportedSubmission> all, List<String> notices) {
    return List.of();
  }

  /** Returns the format in which the platform reads the gradebook. */
  CsvFormat format(List<String> notices);
}
