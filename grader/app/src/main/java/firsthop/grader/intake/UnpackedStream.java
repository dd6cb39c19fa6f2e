package firsthop.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Unpacked bytes, which end with an exception where there are more than an archive may hold. */
final class UnpackedStream extends WatchedStream {
  private final LongSupplier packed;
  private final Budget budget;
  private long own;

  /**
   * @param packed how many packed bytes these are of, as far as they are read
   * @param budget what all streams of one archive share
   */
  UnpackedStream(InputStream in, LongSupplier packed, Budget budget) {
    super(in);
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  void passed(byte[] bytes, int offset, int count) throws IOException {
    if (count > 0) {
      own += count;
      budget.spend(count);
      budget.check(own, packed.getAsLong());
    }
  }

  /** What may still be unpacked of one archive. */
  static final class Budget {
    private final ArchiveLimits limits;
    private long spent;

    Budget(ArchiveLimits limits) {
      this.limits = limits;
    }

    private void spend(long bytes) throws RefusedArchiveException {
      spent += bytes;
      if (spent > limits.unpackedBytes()) {
        throw new RefusedArchiveException(
            "more than " + limits.unpackedBytes() + " bytes come out of the archive");
      }
    }

    private void check(long unpacked, long packed) throws RefusedArchiveException {
      if (unpacked > ArchiveLimits.FREE_BYTES && unpacked > packed * limits.ratio()) {
        throw new RefusedArchiveException(
            "it unpacks to more than " + limits.ratio() + " times its size");
      }
    }
  }
}
