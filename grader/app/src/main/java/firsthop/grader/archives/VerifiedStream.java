package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Stream of a file in a zip that checks the size and the checksum that the zip records. */
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
  void onRead(byte[] bytes, int offset, int read) throws IOException {
    if (read > 0) {
      count += read;
      crc.update(bytes, offset, read);
    }
    if (count > size || read < 0 && count < size) {
      throw new RefusedArchiveException(
          "the archive is damaged: the file does not have its recorded size of " + size + " bytes");
    }
    if (read < 0 && crc.getValue() != checksum) {
      throw new RefusedArchiveException(
          "the archive is damaged: the checksum of the file does not match");
    }
  }
}
