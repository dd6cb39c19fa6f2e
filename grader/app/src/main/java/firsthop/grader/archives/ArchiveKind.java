package firsthop.grader.archives;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of archives that are read. What one is, its first bytes say, not its name. */
public enum ArchiveKind {
  ZIP("zip"),
  TAR("tar"),
  TAR_GZ("tar.gz"),
  TAR_BZ2("tar.bz2");

  /** How many bytes say what something is. */
  static final int HEAD_BYTES = 512;

  /** What is read, for messages. */
  public static final String ALL = "zip, tar, tar.gz and tar.bz2";

  private static final int TAR_MAGIC_AT = 257;

  private static final Pattern NAME =
      Pattern.compile(
          "(.+?)\\.(zip|tar|tgz|tbz2?|(tar[\\w-]*\\.)?(gz|bz2))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Endings of archives that need programs which are not here. */
  private static final Set<String> UNREAD = Set.of("7z", "rar", "egg", "alz", "xz", "txz", "zst");

  private final String words;

  ArchiveKind(String words) {
    this.words = words;
  }

  /** Returns it as messages spell it. */
  public String words() {
    return words;
  }

  /** Tells what begins with these bytes; empty when it is no such archive. */
  static Optional<ArchiveKind> of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
      return Optional.of(ZIP);
    }
    if (text.startsWith("\u001f\u008b")) {
      return Optional.of(TAR_GZ);
    }
    if (text.startsWith("BZh")) {
      return Optional.of(TAR_BZ2);
    }
    return text.startsWith("ustar", TAR_MAGIC_AT) ? Optional.of(TAR) : Optional.empty();
  }

  /** Tells whether a file's name promises an archive that is read. */
  public static boolean promisedBy(String name) {
    return NAME.matcher(name).matches();
  }

  /** Tells whether a file's name promises an archive of a kind that is not read. */
  public static boolean unreadByName(String name) {
    return UNREAD.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Returns an archive's name without what says that it is one. */
  public static String stem(String name) {
    Matcher matcher = NAME.matcher(name);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    return unreadByName(name) && name.lastIndexOf('.') > 0
        ? name.substring(0, name.lastIndexOf('.'))
        : name;
  }
}
