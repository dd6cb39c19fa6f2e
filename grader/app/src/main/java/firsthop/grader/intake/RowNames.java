package firsthop.grader.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sees to it that each submission has a row of results of its own, on every file system. */
final class RowNames {
  /** What a name becomes that the system's character set cannot show. */
  private static final char UNREADABLE = '\uFFFD';

  /** File systems allow 255 bytes; a number may be added. */
  static final int MAX_BYTES = 240;

  private final Set<String> taken = new HashSet<>();
  private final List<HandedIn> rows = new ArrayList<>();

  RowNames(List<HandedIn> submissions) throws BadInputException {
    for (HandedIn submission : submissions) {
      rows.add(named(submission));
    }
  }

  List<HandedIn> rows() {
    return rows;
  }

  private HandedIn named(HandedIn submission) throws BadInputException {
    String wanted = submission.id();
    if (wanted.indexOf(UNREADABLE) >= 0) {
      throw new BadInputException(
          "the name " + wanted + " cannot be read: set LC_ALL=C.UTF-8, or rename it");
    }
    String id = cut(wanted);
    for (int number = 2; !taken.add(id.toLowerCase(Locale.ROOT)); number++) {
      id = cut(wanted) + "-" + number;
    }
    return id.equals(wanted)
        ? submission
        : submission
            .as(id, submission.arrival())
            .noticed(
                "its row is " + id + ": " + wanted + " is too long, or another's but for capitals");
  }

  private static String cut(String name) {
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
