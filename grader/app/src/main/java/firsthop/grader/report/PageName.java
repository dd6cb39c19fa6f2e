package firsthop.grader.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names the page of a submission: what can be read of its id, and a digest of it, so that two never
 * share a page, whatever the file system and however alike their names.
 */
final class PageName {
  private static final int READABLE = 40;
  private static final int DIGITS = 16;
  private static final Pattern OWN = Pattern.compile("[a-z0-9_-]{1,40}-[0-9a-f]{16}\\.html");

  private PageName() {}

  static String of(String id) {
    String readable = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return (readable.length() <= READABLE ? readable : readable.substring(0, READABLE))
        + "-"
        + digest(id)
        + ".html";
  }

  /** Tells whether a file's name is one that this gives. */
  static boolean isOwn(String name) {
    return OWN.matcher(name).matches();
  }

  private static String digest(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
