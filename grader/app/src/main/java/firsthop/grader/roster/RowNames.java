package firsthop.grader.roster;

import firsthop.grader.common.BadInputException;
import firsthop.grader.platforms.ReceivedSubmission;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the rows of results so that each name is unique and valid on every file system. */
public final class RowNames {
  /** The replacement for a character that the system's character set cannot represent. */
  private static final String UNREADABLE = "\uFFFD";

  /** The name of a row that has no valid name. */
  private static final String UNNAMED = "unnamed";

  /** File systems allow 255 bytes; this leaves room for a number at the end. */
  public static final int MAX_BYTES = 240;

  private final Set<String> taken = new HashSet<>();
  private final List<ReceivedSubmission> rows = new ArrayList<>();

  /**
   * Names the rows. A submission with a valid and unique name keeps it, in the order of the list.
   * Any other submission gets a new name and a notice.
   *
   * @param onDisk whether the names come from a disk and not from an archive
   * @throws BadInputException if the system cannot read the names on the disk
   */
  public RowNames(List<ReceivedSubmission> submissions, boolean onDisk) throws BadInputException {
    List<Boolean> keepsName = new ArrayList<>();
    for (ReceivedSubmission submission : submissions) {
      String id = submission.id();
      if (onDisk && id.contains(UNREADABLE) && !canBeWritten(UNREADABLE)) {
        throw new BadInputException(
            "the name " + id + " cannot be read in this locale; set LC_ALL=C.UTF-8, or rename it");
      }
      keepsName.add(!tooLong(id) && writable(id).equals(id) && taken.add(comparisonKey(id)));
    }
    for (int i = 0; i < submissions.size(); i++) {
      rows.add(keepsName.get(i) ? submissions.get(i) : renamed(submissions.get(i)));
    }
  }

  /** Returns the submissions with their new names. */
  public List<ReceivedSubmission> rows() {
    return rows;
  }

  private ReceivedSubmission renamed(ReceivedSubmission submission) {
    String wanted = submission.id();
    String writable = writable(cut(wanted));
    String id = cut(writable);
    for (int number = 2; !taken.add(comparisonKey(id)); number++) {
      id = cut(writable) + "-" + number;
    }
    String reason =
        wanted.isEmpty()
            ? "it has no name"
            : tooLong(wanted)
                ? "its name is too long: " + wanted
                : !writable.equals(wanted)
                    ? "this system cannot create a folder named " + wanted
                    : "another submission has the name "
                        + wanted
                        + ", or a name that some systems treat as the same";
    return submission
        .withIdAndArrival(id, submission.arrival())
        .withNotice("its row is named " + id + ": " + reason);
  }

  /**
   * Returns a key that is equal for names that some systems treat as the same: they ignore case,
   * Unicode normalization, and dots and spaces at the end.
   */
  private static String comparisonKey(String id) {
    String folded =
        Normalizer.normalize(id, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    int end = folded.length();
    while (end > 0 && ". ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }

  /** Returns the name, with characters that this system cannot write replaced by their numbers. */
  private static String writable(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return UNNAMED;
    }
    if (!name.contains(UNREADABLE) && canBeWritten(name)) {
      return name;
    }
    return name.codePoints()
        .mapToObj(
            codePoint -> {
              String text = Character.toString(codePoint);
              return text.equals(UNREADABLE) || !canBeWritten(text)
                  ? String.format("u%04x", codePoint)
                  : text;
            })
        .collect(Collectors.joining());
  }

  private static boolean canBeWritten(String name) {
    try {
      return !name.contains("/") && !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException notInThisLocale) {
      return false;
    }
  }

  private static boolean tooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  private static String cut(String name) {
    // A name has at least as many bytes in UTF-8 as chars.
    String cut = name.substring(0, Math.min(name.length(), MAX_BYTES + 1));
    while (tooLong(cut)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
