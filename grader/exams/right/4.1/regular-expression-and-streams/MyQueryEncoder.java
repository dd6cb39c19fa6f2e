// Lets a regular expression say what a name is, and a DataOutputStream write it, all in upper case.
package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyQueryEncoder implements QueryEncoder {
  // At most 253 characters before the dot at the end: each label's dot becomes its length.
  private static final Pattern NAME =
      Pattern.compile("(?s)(?=.{1,254}$)(?!.{254}(?<!\\.)$)[\\x00-\\x7F&&[^.\\\\]]{1,63}+"
          + "(?:\\.[\\x00-\\x7F&&[^.\\\\]]{1,63}+)*+\\.?|\\.?");

  private static final Pattern LABEL = Pattern.compile("[^.]+");

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    if (id != (char) id || type != (char) type || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no question: " + id + " " + name + " " + type);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(id);
      out.writeShort(recursionDesired ? 1 << 8 : 0);
      out.writeLong(1L << 48);
      Matcher label = LABEL.matcher(name.toUpperCase(Locale.ROOT));
      while (label.find()) {
        byte[] characters = label.group().getBytes(StandardCharsets.US_ASCII);
        out.writeByte(characters.length);
        out.write(characters);
      }
      out.writeByte(0);
      out.writeShort(type);
      out.writeShort(1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
