package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Bytes of which an archive says how many they are and what their checksum is. */
final class VerifiedStream extends WatchedStream {
  private final long size;
  private final long checksum;
  private final CRC32 crc = new CRC32();
  private long count;

  VerifiedStream(InputStream in, long size, long checksum) {
    super(in);
    this.size = size;
    this.checksum = checksum;
  }

  @Override
  void passed(byte[] bytes, int offset, int got) throws IOException {
    if (got > 0) {
      count += got;
      crc.update(bytes, offset, got);
    }
    if (count > size || got < 0 && count < size) {
      throw new RefusedArchiveException(
          "the archive is damaged: the size is not " + size + ", as it says");
    }
    if (got < 0 && crc.getValue() != checksum) {
      throw new RefusedArchiveException("the archive is damaged: the checksum is another");
    }
  }
}
