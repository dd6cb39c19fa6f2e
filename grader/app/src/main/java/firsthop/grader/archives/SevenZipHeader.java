package firsthop.grader.archives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The place of a 7z's directory, which may itself be packed. The library would unpack one that is
 * packed several times, which can take hours for a few bytes; honest programs pack it once. See
 * 7zFormat.txt of the LZMA SDK.
 */
final class SevenZipHeader {
  /** The signature, the version, and the place of the directory. */
  private static final int START_BYTES = 32;

  private static final int PLACE_AT = 12;

  /** What describes a directory that is packed once is much shorter. */
  private static final int DESCRIPTION_BYTES = 256;

  private static final int END = 0x00;
  private static final int PACK_INFO = 0x06;
  private static final int UNPACK_INFO = 0x07;
  private static final int SIZE = 0x09;
  private static final int CHECKSUM = 0x0A;
  private static final int FOLDER = 0x0B;
  private static final int PACKED_DIRECTORY = 0x17;

  private final ByteBuffer description;

  private SevenZipHeader(ByteBuffer description) {
    this.description = description;
  }

  /**
   * Checks an archive whose directory is not read yet.
   *
   * @throws RefusedArchiveException if the directory is packed more than once
   */
  static void check(SeekableByteChannel channel) throws IOException {
    ByteBuffer start = read(channel, 0, START_BYTES);
    if (start.remaining() < START_BYTES) {
      throw new RefusedArchiveException(Archive.DAMAGED);
    }
    long offset = start.getLong(PLACE_AT);
    if (offset < 0 || offset > channel.size() - START_BYTES) {
      throw new RefusedArchiveException(Archive.DAMAGED);
    }
    SevenZipHeader header =
        new SevenZipHeader(read(channel, START_BYTES + offset, DESCRIPTION_BYTES));
    if (header.isPacked() && !header.isPackedOnce()) {
      throw new RefusedArchiveException(
          "its list of files is packed in a way that is not supported");
    }
    channel.position(0);
  }

  private boolean isPacked() {
    return description.hasRemaining() && description.get(0) == PACKED_DIRECTORY;
  }

  /** Returns whether it is one stream, unpacked by one method. */
  private boolean isPackedOnce() {
    boolean isOneStream =
        next() == PACKED_DIRECTORY
            && next() == PACK_INFO
            && number() >= 0
            && number() == 1
            && next() == SIZE
            && number() >= 0;
    int end = next();
    if (end == CHECKSUM) {
      // One byte says that all checksums are there; then comes the only one.
      for (int left = 1 + Integer.BYTES; left > 0; left--) {
        next();
      }
      end = next();
    }
    return isOneStream
        && end == END
        && next() == UNPACK_INFO
        && next() == FOLDER
        && number() == 1
        && next() == 0
        && number() == 1;
  }

  /** Returns the next byte; -1 after the last one. */
  private int next() {
    return description.hasRemaining() ? description.get() & 0xFF : -1;
  }

  /**
   * Returns the next number: the bits set at the top of its first byte say how many bytes follow.
   */
  private long number() {
    int first = next();
    int following = Integer.numberOfLeadingZeros(~first << 24);
    if (first < 0 || following > description.remaining()) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < following; i++) {
      number |= (long) next() << (8 * i);
    }
    return following >= 7 ? number : number | (long) (first & 0x7F >> following) << (8 * following);
  }

  private static ByteBuffer read(SeekableByteChannel channel, long at, int bytes)
      throws IOException {
    ByteBuffer into = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(at);
    for (int read = 0; read >= 0 && into.hasRemaining(); ) {
      read = channel.read(into);
    }
    return into.flip();
  }
}
