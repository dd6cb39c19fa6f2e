package firsthop.grader.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names the page of a submission: the readable part of its id, and a digest of the id. So two
 * submissions never share a page, even if their names differ only in case.
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

  /** Returns whether this class could have made a file name. */
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
