package firsthop.grader.store;

import firsthop.grader.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies everything on which the verdicts on one lab of one submission depend: its files, the
 * exam, the seed, the image, the JDK and the limits. A result with the same key is kept.
 *
 * @param text a digest, in hexadecimal
 */
public record LabKey(String text) {
  private static final int DIGITS = 32;

  public static LabKey of(String lab, Submission submission, RunEnvironment run) {
    String all =
        String.join(
            "\n",
            lab,
            submission.digest(lab),
            run.examVersion(),
            String.valueOf(run.seed()),
            run.sandbox().kind(),
            run.sandbox().image(),
            run.sandbox().jdk(),
            run.sandbox().limits().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return new LabKey(HexFormat.of().formatHex(digest).substring(0, DIGITS));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
