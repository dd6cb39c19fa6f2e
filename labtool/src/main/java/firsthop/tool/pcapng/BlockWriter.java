package firsthop.tool.pcapng;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the inside of one pcapng block, the low octet first, as the section header says. */
final class BlockWriter {
  private static final int WORD = 4;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  BlockWriter u16(int value) {
    body.write(value);
    body.write(value >> 8);
    return this;
  }

  BlockWriter u32(int value) {
    return u16(value).u16(value >>> 16);
  }

  BlockWriter u64(long value) {
    return u32((int) value).u32((int) (value >>> 32));
  }

  /** Adds octets, and zeros up to a multiple of four. */
  BlockWriter padded(byte[] octets) {
    body.writeBytes(octets);
    body.writeBytes(new byte[(WORD - octets.length % WORD) % WORD]);
    return this;
  }

  /** Adds an option that is a text; texts longer than an option can be are cut. */
  BlockWriter option(int code, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] fits = utf8.length > 0xFFFF ? Arrays.copyOf(utf8, 0xFFFF) : utf8;
    return u16(code).u16(fits.length).padded(fits);
  }

  BlockWriter option(int code, byte octet) {
    return u16(code).u16(1).padded(new byte[] {octet});
  }

  BlockWriter endOfOptions() {
    return u32(0);
  }

  /** Returns the whole block: type, length, inside, length. */
  byte[] block(int type) {
    int length = 3 * WORD + body.size();
    BlockWriter whole = new BlockWriter().u32(type).u32(length);
    whole.body.writeBytes(body.toByteArray());
    return whole.u32(length).body.toByteArray();
  }
}
