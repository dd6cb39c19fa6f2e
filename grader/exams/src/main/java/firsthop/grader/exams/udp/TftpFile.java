package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.TftpPackets.BLOCK_BYTES;

import firsthop.grader.exam.Seed;
import java.util.Arrays;

/** A file and its blocks. */
record TftpFile(byte[] content) {

  /** Returns a file of random bytes, the same for the same seed and length. */
  static TftpFile random(Seed seed, int length) {
    byte[] content = new byte[length];
    seed.random().nextBytes(content);
    return new TftpFile(content);
  }

  /** Returns the number of blocks; the last one has fewer than 512 bytes. */
  int blocks() {
    return content.length / BLOCK_BYTES + 1;
  }

  /** Returns the bytes of a block; the first block is 1. */
  byte[] block(int number) {
    int from = (number - 1) * BLOCK_BYTES;
    return Arrays.copyOfRange(content, from, Math.min(from + BLOCK_BYTES, content.length));
  }

  /** Fails unless these bytes are the contents of this file. */
  void assertIs(byte[] read) {
    int differs = Arrays.mismatch(content, read);
    if (differs >= 0) {
      throw new AssertionError(
          "sent a file of %d bytes; %d bytes were read; they differ from index %d on, in block %d"
              .formatted(content.length, read.length, differs, differs / BLOCK_BYTES + 1));
    }
  }
}
