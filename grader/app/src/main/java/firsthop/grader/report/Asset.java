package firsthop.grader.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The report's own style or script. It is part of the page, and the page's policy allows only this
 * digest: for pages from the file system, browsers disagree on the meaning of {@code 'self'}.
 *
 * @param digest the digest in the format of a content security policy
 */
record Asset(String text, String digest) {
  static final Asset STYLE = read("report.css");
  static final Asset SCRIPT = read("report.js");

  private static Asset read(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      // Browsers convert line ends to a line feed before they compute the digest.
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Asset(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
