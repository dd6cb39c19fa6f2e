package firsthop.grader.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A source as text, whichever editor wrote it: without a byte order mark, which javac refuses.
 *
 * @param encoding how it was read
 */
record SourceText(String text, Charset encoding) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String KOREAN = "x-windows-949";

  /** Read what is marked as UTF-16 or is UTF-8 as that, else as Windows Korean, else as Latin-1. */
  static SourceText of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return new SourceText(new String(bytes, StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    }
    return strictly(bytes, StandardCharsets.UTF_8)
        .or(
            () ->
                Charset.isSupported(KOREAN)
                    ? strictly(bytes, Charset.forName(KOREAN))
                    : Optional.empty())
        .orElseGet(
            () ->
                new SourceText(
                    new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
  }

  private static Optional<SourceText> strictly(byte[] bytes, Charset encoding) {
    try {
      String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return Optional.of(new SourceText(marked ? text.substring(1) : text, encoding));
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
