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

/** Sees to it that each submission has a row of results of its own, on every file system. */
public final class RowNames {
  /** What a name becomes that the system's character set cannot show. */
  private static final String UNREADABLE = "\uFFFD";

  /** What stands for no name at all. */
  private static final String NAMELESS = "unnamed";

  /** File systems allow 255 bytes; a number may be added. */
  public static final int MAX_BYTES = 240;

  private final Set<String> taken = new HashSet<>();
  private final List<ReceivedSubmission> rows = new ArrayList<>();

  /**
   * Names the rows. A submission whose name will do has it, whoever comes before.
   *
   * @param onDisk whether the submissions' names are the system's, rather than in an archive
   * @throws BadInputException when the system cannot read such names
   */
  public RowNames(List<ReceivedSubmission> submissions, boolean onDisk) throws BadInputException {
    List<Boolean> asTheyAre = new ArrayList<>();
    for (ReceivedSubmission submission : submissions) {
      String id = submission.id();
      if (onDisk && id.contains(UNREADABLE) && !canBeWritten(UNREADABLE)) {
        throw new BadInputException(
            "the name " + id + " cannot be read: set LC_ALL=C.UTF-8, or rename it");
      }
      asTheyAre.add(!tooLong(id) && writable(id).equals(id) && taken.add(key(id)));
    }
    for (int i = 0; i < submissions.size(); i++) {
      rows.add(asTheyAre.get(i) ? submissions.get(i) : renamed(submissions.get(i)));
    }
  }

  public List<ReceivedSubmission> rows() {
    return rows;
  }

  private ReceivedSubmission renamed(ReceivedSubmission submission) {
    String wanted = submission.id();
    String writable = writable(cut(wanted));
    String id = cut(writable);
    for (int number = 2; !taken.add(key(id)); number++) {
      id = cut(writable) + "-" + number;
    }
    String why =
        wanted.isEmpty()
            ? "it has no name"
            : tooLong(wanted)
                ? "its name is too long: " + wanted
                : !writable.equals(wanted)
                    ? "this system cannot make a folder " + wanted
                    : wanted + " is another's, or some system takes it for another's";
    return submission.as(id, submission.arrival()).noticed("its row is " + id + ": " + why);
  }

  /** Some systems tell neither capitals nor forms of one letter apart, nor what ends in dots. */
  private static String key(String id) {
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

  /** Returns a name with the numbers of those letters that this system cannot write. */
  private static String writable(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return NAMELESS;
    }
    if (!name.contains(UNREADABLE) && canBeWritten(name)) {
      return name;
    }
    return name.codePoints()
        .mapToObj(
            letter -> {
              String text = Character.toString(letter);
              return text.equals(UNREADABLE) || !canBeWritten(text)
                  ? String.format("u%04x", letter)
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
    // No letter has fewer bytes than chars.
    String cut = name.substring(0, Math.min(name.length(), MAX_BYTES + 1));
    while (tooLong(cut)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
