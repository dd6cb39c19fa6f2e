package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Unpacked bytes, which end with an exception where there are more than an archive may hold. */
final class UnpackedStream extends WatchedStream {
  private final LongSupplier packed;
  private final int ratio;
  private final ReadBudget allowance;
  private long own;

  /**
   * @param packed how many packed bytes these are of, as far as they are read
   * @param ratio how many times as many these may be, beyond {@link ArchiveLimits#FREE_BYTES}
   * @param allowance what all streams of one submission share
   */
  UnpackedStream(InputStream in, LongSupplier packed, int ratio, ReadBudget allowance) {
    super(in);
    this.packed = packed;
    this.ratio = ratio;
    this.allowance = allowance;
  }

  @Override
  void passed(byte[] bytes, int offset, int count) throws IOException {
    if (count > 0) {
      own += count;
      allowance.unpack(count);
      if (own > ArchiveLimits.FREE_BYTES && own > packed.getAsLong() * ratio) {
        throw new RefusedArchiveException("it unpacks to more than " + ratio + " times its size");
      }
    }
  }
}
