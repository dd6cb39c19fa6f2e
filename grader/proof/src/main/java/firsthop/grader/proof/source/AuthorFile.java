package firsthop.grader.proof.source;

import firsthop.grader.common.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that an author writes: sources, handouts and patches. */
public final class AuthorFile {
  private AuthorFile() {}

  /**
   * Returns the text of a file in UTF-8.
   *
   * @throws BadSourceException when it cannot be read, or is not UTF-8; it names the file
   */
  public static String read(Path file) throws BadSourceException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new BadSourceException(
          file.toString(), "it cannot be read: " + IoReason.of(unreadable));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException other) {
      throw new BadSourceException(
          file + ":" + line(bytes), "it is not in UTF-8; save it in this encoding");
    }
  }

  /** Returns the line where a buffer stands, counted from 1. */
  private static int line(ByteBuffer bytes) {
    int line = 1;
    for (int at = 0; at < bytes.position(); at++) {
      line += bytes.get(at) == '\n' ? 1 : 0;
    }
    return line;
  }
}
