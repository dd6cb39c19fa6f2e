package firsthop.tool.explain;

import firsthop.tool.PrintableText;

/** Reads domain names, with compression (RFC 1035 §4.1.4), from a message. */
final class DnsNames {
  private static final int MAX_OCTETS = 255;
  private static final int POINTER = 0xC0;

  private final byte[] message;

  DnsNames(byte[] message) {
    this.message = message;
  }

  /**
   * A name.
   *
   * @param text with a dot after each label, such as {@code host.example.}
   * @param length how many octets it takes where it stands
   */
  record DnsNameText(String text, int length) {}

  /** Returns the name at a place of the message. Each pointer must lead further back. */
  DnsNameText at(int start) throws CutOffException {
    StringBuilder text = new StringBuilder();
    int at = start;
    int before = start;
    int length = -1;
    int octets = 1;
    while (true) {
      int label = octet(at);
      if ((label & POINTER) == POINTER) {
        int target = (label & ~POINTER) << 8 | octet(at + 1);
        length = length < 0 ? at + 2 - start : length;
        if (target >= before) {
          throw new CutOffException(
              ("the pointer at octet %d of the message leads to %d, which is not before the name"
                      + " (RFC 1035 §4.1.4)")
                  .formatted(at, target));
        }
        at = before = target;
      } else if ((label & POINTER) != 0) {
        throw new CutOffException("the label at octet %d begins with 0x%02x".formatted(at, label));
      } else if (label == 0) {
        length = length < 0 ? at + 1 - start : length;
        return new DnsNameText(text.length() == 0 ? "." : text.toString(), length);
      } else {
        octets += label + 1;
        if (octets > MAX_OCTETS) {
          throw new CutOffException("the name at octet " + start + " has more than 255 octets");
        }
        octet(at + label);
        byte[] bytes = java.util.Arrays.copyOfRange(message, at + 1, at + 1 + label);
        text.append(PrintableText.of(bytes)).append('.');
        at += label + 1;
      }
    }
  }

  private int octet(int at) throws CutOffException {
    if (at >= message.length) {
      throw new CutOffException("the message ends inside a name");
    }
    return message[at] & 0xFF;
  }
}
