package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills marks into a gradebook from Canvas. It writes only the students' columns and those of the
 * labs, and submissions without a mark keep Canvas's values, so that an import changes nothing
 * else.
 *
 * @param titles the assignment's title by lab id, with or without the id that Canvas adds
 * @param overwrite whether to replace what somebody entered in Canvas, such as EX
 */
record FilledGradebook(Sheet sheet, Map<String, String> titles, boolean overwrite) {
  private static final Pattern ID = Pattern.compile(" \\(\\d+\\)$");

  String fill(Grades grades, List<String> notices) throws BadInputException {
    String kind = "gradebook exported by Canvas";
    int section = sheet.column("Section", kind);
    int user = sheet.column("ID", kind);
    Map<String, Integer> columns = new HashMap<>();
    List<Integer> written = new ArrayList<>(IntStream.rangeClosed(0, section).boxed().toList());
    for (String lab : grades.labs()) {
      int column = column(lab, section);
      columns.put(lab, column);
      String title = sheet.header().get(column);
      if (CanvasExport.isIgnored(title)) {
        notices.add(
            "Canvas ignores the column \"%s\" in an import, because of its title; rename the assignment"
                .formatted(title));
      }
      written.add(column);
    }
    Map<String, List<String>> rows =
        students(user).find(grades.all(), FilledGradebook::numbers, FilledGradebook::name);
    EnteredCells cells = new EnteredCells(overwrite);
    List<String> unknown = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      List<String> row = rows.get(graded.id());
      if (row == null) {
        unknown.add(graded.id());
        continue;
      }
      columns.forEach(
          (lab, column) ->
              CanvasExport.mark(graded, lab)
                  .ifPresent(mark -> cells.write(row, column, mark, lab + " of " + graded.id())));
    }
    if (!unknown.isEmpty()) {
      notices.add("not found in " + sheet.file() + ": " + NameList.of(unknown));
    }
    cells.addNotice(sheet.file(), notices);
    possible(grades, columns, notices);
    return sheet.write(written);
  }

  private int column(String lab, int section) throws BadInputException {
    List<String> assignments = sheet.header().subList(section + 1, sheet.header().size());
    Pattern usual =
        Pattern.compile("lab\\s*0*" + Integer.parseInt(lab.substring("lab".length())) + "\\b.*");
    String title = titles.get(lab);
    List<String> found =
        assignments.stream()
            .filter(
                each ->
                    title == null
                        ? usual.matcher(each.toLowerCase(Locale.ROOT)).matches()
                        : each.equals(title) || ID.matcher(each).replaceAll("").equals(title))
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          "%s has %s column for %s; use --column %s=TITLE with one of these titles: %s"
              .formatted(
                  sheet.file(),
                  found.isEmpty() ? "no" : "more than one",
                  lab,
                  lab,
                  String.join(", ", assignments)));
    }
    return sheet.header().indexOf(found.get(0));
  }

  /** Returns a matcher by Canvas's keys: user id, SIS ids, name. */
  private RowMatcher students(int user) {
    RowMatcher rows = new RowMatcher();
    OptionalInt name = sheet.find("Student");
    for (List<String> row : sheet.rows()) {
      if (row.get(user).isBlank()) {
        continue;
      }
      name.ifPresent(index -> rows.add("name " + firstNameFirst(row.get(index)), row));
      rows.add("user " + row.get(user), row);
      for (String column : List.of("SIS User ID", "SIS Login ID")) {
        sheet
            .find(column)
            .ifPresent(
                index -> {
                  if (!row.get(index).isBlank()) {
                    rows.add("sis " + row.get(index), row);
                  }
                });
      }
    }
    return rows;
  }

  private static Stream<String> numbers(ExportedSubmission graded) {
    return graded
        .account("Canvas")
        .map(user -> Stream.of("user " + user))
        .orElse(Stream.of("sis " + graded.id(), "sis " + graded.result().arrival().account()));
  }

  private static Stream<String> name(ExportedSubmission graded) {
    return graded.account("Canvas").isPresent()
        ? Stream.of()
        : Stream.of("name " + firstNameFirst(graded.person()));
  }

  /** Turns {@code Kim, Min} into {@code Min Kim}. */
  private static String firstNameFirst(String name) {
    int comma = name.indexOf(", ");
    return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
  }

  private void possible(Grades grades, Map<String, Integer> columns, List<String> notices) {
    for (List<String> row : sheet.rows()) {
      if (row.get(0).strip().equals(CanvasExport.POINTS_POSSIBLE.strip())) {
        for (String lab : grades.labs()) {
          String canvas = row.get(columns.get(lab));
          if (!canvas.equals(grades.max(lab).setScale(2).toPlainString())
              && !canvas.equals(grades.max(lab).toPlainString())) {
            notices.add(
                "the maximum of %s in Canvas is %s, but here it is %s"
                    .formatted(lab, canvas, grades.max(lab).toPlainString()));
          }
        }
      }
    }
  }
}
