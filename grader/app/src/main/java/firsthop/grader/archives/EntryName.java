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

/** Reads the names in archives, which may be in any encoding and lead anywhere. */
final class EntryName {
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

  private EntryName() {}

  /** Returns bytes as text: UTF-8 where they are that, else Windows Korean, else Latin-1. */
  static String decode(byte[] raw) {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, SourceText.KOREAN)) {
      try {
        return encoding.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
      } catch (CharacterCodingException other) {
        // The next one then.
      }
    }
    return new String(raw, StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns the names that a path consists of, in the form that most systems write letters in;
   * Korean names from a Mac come in pieces.
   *
   * @throws IllegalArgumentException when it leads out of the archive, with the reason
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
        throw new IllegalArgumentException("no file has such a name");
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(Normalizer.normalize(part, Normalizer.Form.NFC));
      }
    }
    return parts;
  }
}
