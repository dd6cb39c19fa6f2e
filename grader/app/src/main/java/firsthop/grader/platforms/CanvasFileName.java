package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name from Canvas: {@code name[_LATE]_user_attachment_file} or {@code
 * [LATE_]anon_id_attachment_file}. A text or a link has {@code text.html} or {@code link.html}
 * after the user. The student chooses the name at the front and the file at the end, so there may
 * be more than one way to read a file name.
 *
 * @param person the sortable name as Canvas writes it; empty if marking is anonymous
 * @param user the id of the user in Canvas
 * @param late whether Canvas marked the submission as late
 * @param number the number of the attachment, which Canvas counts up; -1 for a text or a link
 * @param file the name that the student gave the file; empty for a text or a link
 */
record CanvasFileName(String person, String user, boolean late, long number, String file) {
  private static final String END =
      "_(?:(?<attachment>\\d{1,18})_(?<file>.+)|(?:text|link)\\.html)";

  private static final Pattern ANONYMOUS =
      Pattern.compile("(?<late>LATE_)?(?<user>anon_[A-Za-z0-9]+)" + END, Pattern.DOTALL);

  private static final Pattern AFTER_NAME =
      Pattern.compile("_(?<late>LATE_)?(?<user>\\d{1,20})" + END, Pattern.DOTALL);

  /** A limit for hostile names; more readings than two do not say more. */
  private static final int MAX_READINGS = 100;

  /**
   * Returns all readings of a file name, the one with the shortest person first; an empty list if
   * it is not a name from Canvas.
   */
  static List<CanvasFileName> readings(String name) {
    Matcher anonymous = ANONYMOUS.matcher(name);
    if (anonymous.matches()) {
      return List.of(of("", anonymous));
    }
    List<CanvasFileName> readings = new ArrayList<>();
    Matcher matcher = AFTER_NAME.matcher(name);
    for (int at = name.indexOf('_', 1);
        at > 0 && readings.size() < MAX_READINGS;
        at = name.indexOf('_', at + 1)) {
      if (matcher.region(at, name.length()).matches()) {
        readings.add(of(name.substring(0, at), matcher));
      }
    }
    // In a late submission, LATE can also be read as a part of the person's name.
    readings.removeIf(each -> each.person().endsWith("_LATE") || each.person().equals("LATE"));
    return readings;
  }

  /** Returns the name of the row of results. */
  String id() {
    return person.isEmpty() ? user : person + "_" + user;
  }

  private static CanvasFileName of(String person, Matcher matcher) {
    String attachment = matcher.group("attachment");
    return new CanvasFileName(
        person,
        matcher.group("user"),
        matcher.group("late") != null,
        attachment == null ? -1 : Long.parseLong(attachment),
        attachment == null ? "" : matcher.group("file"));
  }
}
