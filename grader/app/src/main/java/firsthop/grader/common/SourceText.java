package firsthop.grader.common;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of a source file, without a byte order mark, which javac refuses.
 *
 * @param encoding the encoding in which the file was read
 * @param marked whether the file began with a byte order mark
 */
public record SourceText(String text, Charset encoding, boolean marked) {
  /** The encoding of Korean Windows; Latin-1 if this JDK does not have it. */
  public static final Charset KOREAN =
      Charset.isSupported("x-windows-949")
          ? Charset.forName("x-windows-949")
          : StandardCharsets.ISO_8859_1;

  /** The encoding of Windows in Western Europe; Latin-1 if this JDK does not have it. */
  private static final Charset WESTERN =
      Charset.isSupported("windows-1252")
          ? Charset.forName("windows-1252")
          : StandardCharsets.ISO_8859_1;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** In UTF-16, at least one byte in 16 is zero, from a space, a bracket or a keyword. */
  private static final int BYTES_PER_ZERO = 16;

  /** The other byte of each character is rarely zero, but it can be in a Korean letter. */
  private static final int ZERO_RATIO = 4;

  /**
   * Returns the text of a file. It is read as UTF-16 if it has the mark or the zero bytes of
   * UTF-16, else as UTF-8 if it is valid, else as Korean Windows if it is valid and its letters are
   * common, else as Windows-1252 if it is valid, else as Latin-1.
   */
  public static SourceText of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      Charset encoding =
          startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return new SourceText(
          new String(bytes, Character.BYTES, bytes.length - Character.BYTES, encoding),
          encoding,
          true);
    }
    for (Charset encoding : encodings(bytes)) {
      Optional<SourceText> text = strictly(bytes, encoding);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return new SourceText(
        new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, false);
  }

  /** Returns whether it was read in the encoding of Windows in Western Europe. */
  boolean isWestern() {
    return encoding.equals(WESTERN);
  }

  /**
   * Returns a notice about an unusual encoding, as the end of a sentence; empty for plain UTF-8.
   */
  public Optional<String> encodingNotice() {
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      return Optional.of("is not in UTF-8; it is read as " + encoding.name());
    }
    return marked
        ? Optional.of("begins with a byte order mark, which is removed")
        : Optional.empty();
  }

  /** Only UTF-16 has many zero bytes: every second byte of an ASCII character is zero. */
  private static List<Charset> encodings(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 == 0 && zeros[0] + zeros[1] > bytes.length / BYTES_PER_ZERO) {
      if (zeros[1] > ZERO_RATIO * zeros[0]) {
        return List.of(StandardCharsets.UTF_16LE);
      }
      if (zeros[0] > ZERO_RATIO * zeros[1]) {
        return List.of(StandardCharsets.UTF_16BE);
      }
    }
    return hasCommonKoreanLetters(bytes)
        ? List.of(StandardCharsets.UTF_8, KOREAN, WESTERN)
        : List.of(StandardCharsets.UTF_8, WESTERN);
  }

  /**
   * Returns whether pairs of bytes are rather Korean letters than accented ones and the letter
   * behind each. The first bytes of the 2,350 common Korean syllables are B0 to C8, those of
   * symbols are A1 to AC, and the second bytes of both are A1 to FE (KS X 1001).
   */
  private static boolean hasCommonKoreanLetters(byte[] bytes) {
    int common = 0;
    int rare = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      int first = bytes[i] & 0xFF;
      if (first > 0x7F) {
        i++;
        boolean standard = (bytes[i] & 0xFF) >= 0xA1;
        if (standard && first >= 0xB0 && first <= 0xC8) {
          common++;
        } else if (!standard || first < 0xA1 || first > 0xAC) {
          rare++;
        }
      }
    }
    return common >= rare;
  }

  private static Optional<SourceText> strictly(byte[] bytes, Charset encoding) {
    try {
      String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return Optional.of(new SourceText(marked ? text.substring(1) : text, encoding, marked));
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
