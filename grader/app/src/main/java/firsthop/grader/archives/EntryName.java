package firsthop.grader.archives;

import firsthop.grader.common.SourceText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the names in archives, which may have any encoding and may point outside the archive. */
final class EntryName {
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

  /** The limit of most file systems; a few programs write longer names to attack others. */
  private static final int MAX_CHARS = 255;

  private EntryName() {}

  /** Returns bytes as text: as UTF-8 if they are valid, else as Korean Windows, else as Latin-1. */
  static String decode(byte[] raw) {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, SourceText.KOREAN)) {
      try {
        return encoding.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
      } catch (CharacterCodingException other) {
        // Try the next one.
      }
    }
    return new String(raw, StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns the names in a path, in Unicode form NFC. Names from a Mac are in form NFD, which
   * splits Korean letters.
   *
   * @throws IllegalArgumentException if the path leads out of the archive, has a NUL, or has a name
   *     that is longer than {@value #MAX_CHARS}; the message is the reason
   */
  static List<String> parts(String path) {
    if (ABSOLUTE.matcher(path).matches()) {
      throw new IllegalArgumentException("an absolute path leads out of the archive");
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("[/\\\\]", -1)) {
      if (part.equals("..")) {
        throw new IllegalArgumentException("a path with .. leads out of the archive");
      }
      if (part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a file name cannot have a NUL character");
      }
      if (part.length() > MAX_CHARS) {
        throw new IllegalArgumentException(
            "a file name can have at most " + MAX_CHARS + " characters");
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(Normalizer.normalize(part, Normalizer.Form.NFC));
      }
    }
    return parts;
  }
}
