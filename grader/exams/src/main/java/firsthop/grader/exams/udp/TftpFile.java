package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.Tftp.BLOCK_BYTES;

import firsthop.grader.exam.Seed;
import java.util.Arrays;

/** A file, and the blocks in which it travels. */
record TftpFile(byte[] content) {

  /** Return a file of random bytes, the same for the same seed and length. */
  static TftpFile random(Seed seed, int length) {
    byte[] content = new byte[length];
    seed.random().nextBytes(content);
    return new TftpFile(content);
  }

  /** Return how many blocks it has; the last is not full. */
  int blocks() {
    return content.length / BLOCK_BYTES + 1;
  }

  /** Return the bytes of a block, counted from 1. */
  byte[] block(int number) {
    int from = (number - 1) * BLOCK_BYTES;
    return Arrays.copyOfRange(content, from, Math.min(from + BLOCK_BYTES, content.length));
  }

  /** Fail unless it is this file that was read. */
  void assertIs(byte[] read) {
    int differs = Arrays.mismatch(content, read);
    if (differs >= 0) {
      throw new AssertionError(
          "sent a file of %d bytes; read were %d bytes; at index %d, in block %d, they differ"
              .formatted(content.length, read.length, differs, differs / BLOCK_BYTES + 1));
    }
  }
}
