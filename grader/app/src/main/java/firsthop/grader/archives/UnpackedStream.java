package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stream of unpacked bytes that throws if there are more than the limits allow. */
final class UnpackedStream extends WatchedStream {
  private final LongSupplier packed;
  private final int ratio;
  private final ReadBudget budget;
  private long own;

  /**
   * Creates a stream.
   *
   * @param packed returns the number of packed bytes that were read so far
   * @param ratio the largest ratio of unpacked to packed bytes, after the first {@link
   *     ArchiveLimits#FREE_BYTES}
   * @param budget the budget that all streams of one submission share
   */
  UnpackedStream(InputStream in, LongSupplier packed, int ratio, ReadBudget budget) {
    super(in);
    this.packed = packed;
    this.ratio = ratio;
    this.budget = budget;
  }

  @Override
  void onRead(byte[] bytes, int offset, int count) throws IOException {
    if (count > 0) {
      own += count;
      budget.addUnpacked(count);
      if (own > ArchiveLimits.FREE_BYTES && own > packed.getAsLong() * ratio) {
        throw new RefusedArchiveException("it unpacks to more than " + ratio + " times its size");
      }
    }
  }
}
