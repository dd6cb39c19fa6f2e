package firsthop.grader.proof.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells sources from others, whatever their times of change are. */
final class SourceDigest {
  private final MessageDigest digest;

  SourceDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Adds a text, which does not run into the next one. */
  void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Adds a file: its path and what it holds. */
  void addFile(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    add(file.toString());
    add(String.valueOf(content.length));
    digest.update(content);
  }

  /** Returns it in hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
