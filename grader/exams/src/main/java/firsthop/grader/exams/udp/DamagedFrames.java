package firsthop.grader.exams.udp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes that are malformed for everyone on a packet's way, each for one reason if it can be. */
final class DamagedFrames {
  private static final int HEADER_AT = 14;

  /** Words of 16 bits, with 8 bytes of options. */
  private static final int HEADER_WORDS = 14;

  private DamagedFrames() {}

  static List<byte[]> byType() {
    List<byte[]> wrong = new ArrayList<>();
    for (int type : new int[] {0x0806, 0x86DD, 0x8100, 0x0008, 0x0900}) {
      wrong.add(new HandMadeFrame().type(type).bytes());
    }
    return wrong;
  }

  static List<byte[]> byVersion() {
    List<byte[]> wrong = new ArrayList<>();
    for (int version : new int[] {0, 5, 6, 12}) {
      wrong.add(new HandMadeFrame().version(version).bytes());
    }
    return wrong;
  }

  /** Return frames that end too early, and frames with a length that the others contradict. */
  static List<byte[]> byLength() {
    List<byte[]> wrong = new ArrayList<>();
    byte[] shortest = new HandMadeFrame().payload(new byte[0]).bytes();
    for (int length : new int[] {0, 6, 13, 14, 23, 33}) {
      wrong.add(Arrays.copyOf(shortest, length));
    }
    // The checksum is right for who adds up 20 bytes, or for who adds up what the header says.
    for (int words = 0; words < 5; words++) {
      wrong.add(new HandMadeFrame().headerWords(words).bytes());
    }
    wrong.add(new HandMadeFrame().headerWords(4).checksumCovers(16).bytes());
    wrong.add(new HandMadeFrame().headerWords(3).checksumCovers(12).bytes());
    wrong.add(new HandMadeFrame().headerWords(15).bytes());
    wrong.add(
        new HandMadeFrame()
            .headerWords(15)
            .checksumCovers(60)
            .totalLength(59)
            .payload(Payloads.ascii(100))
            .bytes());
    int there = new HandMadeFrame().bytes().length - HEADER_AT;
    for (int length : new int[] {0, there - 30 - 1, there + 1, there + 100, 65_535}) {
      wrong.add(new HandMadeFrame().totalLength(length).bytes());
    }
    wrong.add(new HandMadeFrame().payload(new byte[8]).padded().totalLength(47).bytes());
    return wrong;
  }

  /** Return frames with one bit wrong in a word of their header, and one without a checksum. */
  static List<byte[]> byChecksum() {
    List<byte[]> wrong = new ArrayList<>();
    byte[] right = new HandMadeFrame().options("070704000a000900").bytes();
    for (int word = 0; word < HEADER_WORDS; word++) {
      byte[] damaged = right.clone();
      // The high byte of one word, the low byte of the next; every bit of a byte has its turn.
      damaged[HEADER_AT + 2 * word + word % 2] ^= (byte) (1 << word % Byte.SIZE);
      wrong.add(damaged);
    }
    wrong.add(new HandMadeFrame().checksum(0).bytes());
    return wrong;
  }
}
