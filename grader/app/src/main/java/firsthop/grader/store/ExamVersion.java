package firsthop.grader.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The version of an exam: everything on which its verdicts depend, except the submission. */
public final class ExamVersion {
  private static final int DIGITS = 16;

  private ExamVersion() {}

  /** Returns a digest of these jars' contents and names, in {@value #DIGITS} hexadecimal digits. */
  public static String of(List<Path> jars) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars) {
        JarContents.addTo(digest, jar);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
