package firsthop.grader.common;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A source as text, whichever editor wrote it: without a byte order mark, which javac refuses.
 *
 * @param encoding how it was read
 * @param marked whether it began with a byte order mark
 */
public record SourceText(String text, Charset encoding, boolean marked) {
  /** What a Korean Windows writes; every byte has a letter where this JDK does not know it. */
  public static final Charset KOREAN =
      Charset.isSupported("x-windows-949")
          ? Charset.forName("x-windows-949")
          : StandardCharsets.ISO_8859_1;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Of sixteen bytes of UTF-16 at least one is the zero of a space, a bracket or a keyword. */
  private static final int ZERO_IN = 16;

  /** Zeros in the other half of each letter are rare; there, too, a Korean letter may have one. */
  private static final int TIMES_MORE = 4;

  /**
   * Reads as UTF-16 what is marked as that or can be nothing else, as UTF-8 what is that, else as
   * Windows Korean, else as Latin-1.
   */
  public static SourceText of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return new SourceText(
          new String(bytes, StandardCharsets.UTF_16), StandardCharsets.UTF_16, true);
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

  /** Returns what the instructor should know of how it was read; empty for what is usual. */
  public Optional<String> oddity() {
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      return Optional.of("is no UTF-8; it is read as " + encoding.name());
    }
    return marked
        ? Optional.of("begins with a byte order mark; it is read without it")
        : Optional.empty();
  }

  /** No source has zeros but in UTF-16, where every second byte of what is ASCII is one. */
  private static List<Charset> encodings(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 == 0 && zeros[0] + zeros[1] > bytes.length / ZERO_IN) {
      if (zeros[1] > TIMES_MORE * zeros[0]) {
        return List.of(StandardCharsets.UTF_16LE);
      }
      if (zeros[0] > TIMES_MORE * zeros[1]) {
        return List.of(StandardCharsets.UTF_16BE);
      }
    }
    return List.of(StandardCharsets.UTF_8, KOREAN);
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
