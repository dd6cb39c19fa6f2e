package firsthop.grader.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of an image's whole content, which becomes the image's tag. */
final class Fingerprint {

  private static final int TAG_CHARACTERS = 20;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Adds a text with its length, so that texts are not mixed up. */
  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a jar's name and content, but not its date or directory.
   *
   * @throws ImageException if it cannot be read
   */
  Fingerprint addJar(Path jar) {
    try {
      return add(ImageRecipe.nameOf(jar)).add(Files.readAllBytes(jar));
    } catch (IOException e) {
      throw new ImageException(
          "Read " + jar + " for an image", "a jar", e.toString(), "mvn -DskipTests package", e);
    }
  }

  String tag() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_CHARACTERS);
  }

  private Fingerprint add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }
}
