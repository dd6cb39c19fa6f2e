package firsthop.grader.exams.udp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames that {@code unwrap} and {@code forward} refuse, if possible for one reason each. */
final class MalformedFrames {
  private static final int HEADER_AT = 14;

  /** The number of 16-bit words in a header with 8 bytes of options. */
  private static final int HEADER_WORDS = 14;

  private MalformedFrames() {}

  static List<byte[]> byType() {
    List<byte[]> wrong = new ArrayList<>();
    for (int type : new int[] {0x0806, 0x86DD, 0x8100, 0x0008, 0x0900}) {
      wrong.add(new FrameBuilder().type(type).bytes());
    }
    return wrong;
  }

  static List<byte[]> byVersion() {
    List<byte[]> wrong = new ArrayList<>();
    for (int version : new int[] {0, 5, 6, 12}) {
      wrong.add(new FrameBuilder().version(version).bytes());
    }
    return wrong;
  }

  /** Returns frames that end too early, and frames whose lengths contradict each other. */
  static List<byte[]> byLength() {
    List<byte[]> wrong = new ArrayList<>();
    byte[] shortest = new FrameBuilder().payload(new byte[0]).bytes();
    for (int length : new int[] {0, 6, 13, 14, 23, 33}) {
      wrong.add(Arrays.copyOf(shortest, length));
    }
    // The checksum is correct over 20 bytes, or over the length that the header gives.
    for (int words = 0; words < 5; words++) {
      wrong.add(new FrameBuilder().headerWords(words).bytes());
    }
    wrong.add(new FrameBuilder().headerWords(4).checksumCovers(16).bytes());
    wrong.add(new FrameBuilder().headerWords(3).checksumCovers(12).bytes());
    wrong.add(new FrameBuilder().headerWords(15).bytes());
    wrong.add(
        new FrameBuilder()
            .headerWords(15)
            .checksumCovers(60)
            .totalLength(59)
            .payload(UdpPayloads.ascii(100))
            .bytes());
    int there = new FrameBuilder().bytes().length - HEADER_AT;
    for (int length : new int[] {0, there - 30 - 1, there + 1, there + 100, 65_535}) {
      wrong.add(new FrameBuilder().totalLength(length).bytes());
    }
    wrong.add(new FrameBuilder().payload(new byte[8]).padded().totalLength(47).bytes());
    return wrong;
  }

  /** Returns frames with one wrong bit in the header, and one with the checksum 0. */
  static List<byte[]> byChecksum() {
    List<byte[]> wrong = new ArrayList<>();
    byte[] right = new FrameBuilder().options("070704000a000900").bytes();
    for (int word = 0; word < HEADER_WORDS; word++) {
      byte[] damaged = right.clone();
      // In turn the high byte of a word and the low byte of the next; each bit of a byte is used.
      damaged[HEADER_AT + 2 * word + word % 2] ^= (byte) (1 << word % Byte.SIZE);
      wrong.add(damaged);
    }
    wrong.add(new FrameBuilder().checksum(0).bytes());
    return wrong;
  }
}
