package firsthop.grader.archives;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of archives that are read. The first bytes of a file decide its kind, not its name. */
public enum ArchiveKind {
  ZIP("zip"),
  TAR("tar"),
  TAR_GZ("tar.gz"),
  TAR_BZ2("tar.bz2"),
  TAR_XZ("tar.xz"),
  SEVEN_ZIP("7z");

  /** The number of bytes at the start of a file that decide its kind. */
  static final int SIGNATURE_BYTES = 512;

  /** All supported kinds, for messages. */
  public static final String ALL = "zip, tar, tar.gz, tar.bz2, tar.xz, 7z";

  private static final int TAR_MAGIC_AT = 257;

  private static final Pattern NAME =
      Pattern.compile(
          "(.+?)\\.(zip|jar|7z|tar|tgz|tbz2?|txz|(tar[\\w-]*\\.)?(gz|bz2|xz))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** File name extensions of archives that are not supported. */
  private static final Set<String> UNSUPPORTED = Set.of("rar", "egg", "alz", "zst");

  private final String displayName;

  ArchiveKind(String displayName) {
    this.displayName = displayName;
  }

  /** Returns the name of this kind for messages. */
  public String displayName() {
    return displayName;
  }

  /**
   * Returns the kind of archive that begins with these bytes; empty if it is not a supported one.
   *
   * @param head the first {@link #SIGNATURE_BYTES} bytes of the file, or fewer
   */
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
    if (text.startsWith("\u00fd7zXZ\0")) {
      return Optional.of(TAR_XZ);
    }
    if (text.startsWith("7z\u00bc\u00af\'\u001c")) {
      return Optional.of(SEVEN_ZIP);
    }
    return text.startsWith("ustar", TAR_MAGIC_AT) ? Optional.of(TAR) : Optional.empty();
  }

  /** Returns whether a file is named like an archive of a supported kind. */
  public static boolean hasArchiveName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Returns whether a file is named like a single packed file, such as {@code words.gz}. */
  public static boolean hasNameOfPackedFile(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && matcher.group(4) != null && matcher.group(3) == null;
  }

  /** Returns whether a file is named like an archive of an unsupported kind. */
  public static boolean hasUnsupportedName(String name) {
    return UNSUPPORTED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Returns the name of an archive without its extension. */
  public static String stem(String name) {
    Matcher matcher = NAME.matcher(name);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    return hasUnsupportedName(name) && name.lastIndexOf('.') > 0
        ? name.substring(0, name.lastIndexOf('.'))
        : name;
  }
}
