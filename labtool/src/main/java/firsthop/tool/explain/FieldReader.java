package firsthop.tool.explain;

import firsthop.tool.PrintableText;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongFunction;

/** Reads fields one after the other and writes each into a dissection. It never reads too far. */
final class FieldReader {
  private static final int SHOWN_OCTETS = 8;

  private final byte[] octets;
  private final int end;
  private final Dissection dissection;
  private int at;

  FieldReader(byte[] octets, int at, int end, Dissection dissection) {
    this.octets = octets;
    this.at = at;
    this.end = end;
    this.dissection = dissection;
  }

  Dissection dissection() {
    return dissection;
  }

  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  /** Returns the octet that is this far ahead, 0 to 255, without a field; -1 after the end. */
  int peek(int ahead) {
    return ahead >= 0 && ahead < left() ? octets[at + ahead] & 0xFF : -1;
  }

  /** Returns the two octets that are this far ahead as a number; -1 after the end. */
  int peek16(int ahead) {
    return peek(ahead + 1) < 0 ? -1 : peek(ahead) << 8 | peek(ahead + 1);
  }

  /** Returns octets of the whole input, wherever this reader is; the copy ends where they end. */
  byte[] copy(int from, int length) {
    return Arrays.copyOfRange(octets, from, Math.min(end, from + Math.max(0, length)));
  }

  /** Reads a number of 1 to 4 octets, the high octet first. */
  long number(String name, int length, String section, LongFunction<String> text)
      throws CutOffException {
    need(name, length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | peek(i);
    }
    take(name, length, text.apply(value), section);
    return value;
  }

  long number(String name, int length, String section) throws CutOffException {
    return number(name, length, section, String::valueOf);
  }

  /** Reads octets that are no number. */
  byte[] octets(
      String name, int length, String section, java.util.function.Function<byte[], String> text)
      throws CutOffException {
    need(name, length);
    byte[] read = copy(at, length);
    take(name, length, text.apply(read), section);
    return read;
  }

  /** Adds a line for a part of the field before. */
  void detail(String name, Object value, String section) throws CutOffException {
    dissection.add(new Dissection.Row(at, "", name, String.valueOf(value), section));
  }

  /** Reads all that is left as data; nothing is added if nothing is left. */
  void rest(String name, String section) throws CutOffException {
    if (left() > 0) {
      octets(name, left(), section, FieldReader::dataText);
    }
  }

  /** Returns a reader of the next octets, and goes on behind them. */
  FieldReader part(int length) {
    int taken = Math.max(0, Math.min(length, left()));
    at += taken;
    return new FieldReader(octets, at - taken, at, dissection);
  }

  void need(String name, int length) throws CutOffException {
    if (length > left()) {
      throw new CutOffException(
          "the octets end inside %s: it needs %d, and %d are left"
              .formatted(name, length, Math.max(0, left())));
    }
  }

  private void take(String name, int length, String value, String section) throws CutOffException {
    byte[] shown = copy(at, Math.min(length, SHOWN_OCTETS));
    String hex = HexFormat.of().formatHex(shown) + (length > SHOWN_OCTETS ? "..." : "");
    dissection.add(new Dissection.Row(at, hex, name, value, section));
    at += length;
  }

  private static String dataText(byte[] data) {
    String text = PrintableText.isText(data) ? " \"" + PrintableText.of(data) + "\"" : "";
    return data.length + (data.length == 1 ? " octet" : " octets") + text;
  }
}
