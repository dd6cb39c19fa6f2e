package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a source says about its age, in the words of people, file managers and browsers.
 *
 * @param version the number of the version or attempt, from its first part on; {@link #NO_VERSION}
 *     for none
 * @param copy the number of the copy, from its first part on; empty for none
 * @param copyMarks how many names in the path are named as copies
 * @param isAside whether it is in a place for backups or build output
 */
record CopyName(List<Long> version, List<Long> copy, int copyMarks, boolean isAside) {
  /** A copy without a number comes after version 1 and before version 2. */
  static final List<Long> NO_VERSION = List.of(1L, Long.MAX_VALUE);

  /** A number of a version, or a date, such as in {@code v2} and {@code attempt_2026-10-01}. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:^|[ _.(-])(?:v|ver|version|rev|revision|attempt|try|submission|제출|버전|시도)"
              + "[ _.-]?(\\d{1,9}(?:[._-]\\d{1,9}){0,6})(?![\\p{L}\\d])");

  /** What file managers and browsers add to the name of a copy. */
  private static final Pattern COPY =
      Pattern.compile(
          "\\((\\d{1,9})\\)$|(?:^|[ _-])(?:copy|kopie|copie|copia|복사본|사본|副本|コピー)"
              + "(?:[ _(-]*(\\d{1,9})\\)?)?(?:$|[ _-])");

  /** A number or a date that programs add to the name of a file; a folder has one of its own. */
  private static final Pattern NUMBERED_FILE =
      Pattern.compile("\\w[ _-](\\d{1,18}(?:[._-]\\d{1,18}){0,6})$");

  private static final Pattern BACKUP =
      Pattern.compile(
          "(?:.*[ _.-])?(?:backups?|bak|old|history|archived?|previous|trash|백업|이전)(?:[ _.-].*)?",
          Pattern.DOTALL);

  private static final Pattern BACKUP_FILE =
      Pattern.compile("(?:\\..*|.*\\.(?:bak|backup|old|orig|save)|.*~)", Pattern.DOTALL);

  private static final Pattern ENDING =
      Pattern.compile("(?:\\.java|\\.te?xt|\\.bak|\\.backup|\\.old|\\.orig|\\.save|~)+$");

  /** Reads a path. */
  static CopyName of(String path) {
    List<String> folders = FileNames.folders(path);
    String file = FileNames.folded(FileNames.last(path));
    String stem = ENDING.matcher(file).replaceFirst("");
    List<String> names = new ArrayList<>(folders);
    names.add(stem);
    Matcher numbered = NUMBERED_FILE.matcher(stem);
    boolean isNumbered = numbered.find();
    int marks = (int) names.stream().filter(name -> COPY.matcher(name).find()).count();
    return new CopyName(
        version(names),
        isNumbered ? numbers(numbered.group(1)) : copy(names),
        marks + (isNumbered ? 1 : 0),
        isAside(path, folders, file));
  }

  boolean hasVersion() {
    return !version.equals(NO_VERSION);
  }

  /** Returns the number of the outermost folder, or of the file, that names a version. */
  private static List<Long> version(List<String> names) {
    for (String name : names) {
      Matcher version = VERSION.matcher(name);
      if (version.find()) {
        return numbers(version.group(1));
      }
    }
    return NO_VERSION;
  }

  private static List<Long> copy(List<String> names) {
    for (String name : names) {
      Matcher mark = COPY.matcher(name);
      if (mark.find()) {
        String number = mark.group(1) == null ? mark.group(2) : mark.group(1);
        return number == null ? List.of() : numbers(number);
      }
    }
    return List.of();
  }

  private static List<Long> numbers(String text) {
    return Pattern.compile("[._-]").splitAsStream(text).map(Long::valueOf).toList();
  }

  private static boolean isAside(String path, List<String> folders, String file) {
    return FileNames.isInBuildFolder(path)
        || BACKUP_FILE.matcher(file).matches()
        || folders.stream()
            .anyMatch(name -> name.startsWith(".") || BACKUP.matcher(name).matches());
  }
}
