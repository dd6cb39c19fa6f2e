package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name as Canvas makes it, which is {@code name[_LATE]_user_attachment_file}, {@code
 * [LATE_]anon_id_attachment_file}, or has {@code text.html} or {@code link.html} after the user. A
 * student chooses the name at its front and the file at its end, so there may be more than one way
 * to read it.
 *
 * @param person the sortable name as Canvas writes it; empty where marking is anonymous
 * @param user by what Canvas knows whoever it is
 * @param late whether it was marked as late
 * @param number of the attachment, which Canvas counts up; -1 for a text or a link
 * @param file what the student called it; empty for a text or a link
 */
record CanvasFileName(String person, String user, boolean late, long number, String file) {
  private static final String END =
      "_(?:(?<attachment>\\d{1,18})_(?<file>.+)|(?:text|link)\\.html)";

  private static final Pattern ANONYMOUS =
      Pattern.compile("(?<late>LATE_)?(?<user>anon_[A-Za-z0-9]+)" + END, Pattern.DOTALL);

  private static final Pattern AFTER_NAME =
      Pattern.compile("_(?<late>LATE_)?(?<user>\\d{1,20})" + END, Pattern.DOTALL);

  /** Two show that there is more than one, and the last one has the longest name. */
  private static final int MOST_READINGS = 100;

  /** Returns all ways to read a name, the one with the shortest person first; none for others. */
  static List<CanvasFileName> readings(String name) {
    Matcher anonymous = ANONYMOUS.matcher(name);
    if (anonymous.matches()) {
      return List.of(of("", anonymous));
    }
    List<CanvasFileName> readings = new ArrayList<>();
    Matcher matcher = AFTER_NAME.matcher(name);
    for (int at = name.indexOf('_', 1);
        at > 0 && readings.size() < MOST_READINGS;
        at = name.indexOf('_', at + 1)) {
      if (matcher.region(at, name.length()).matches()) {
        readings.add(of(name.substring(0, at), matcher));
      }
    }
    // A late one is read with LATE as a part of the name, too.
    readings.removeIf(each -> each.person().endsWith("_LATE") || each.person().equals("LATE"));
    return readings;
  }

  /** Returns what a row of results is called. */
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
