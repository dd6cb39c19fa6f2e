package firsthop.dns;

import java.util.Arrays;

/**
 * A place in a message that moves forward with each read. Every read calls {@link #require}, so
 * only this method has to check whether a message is too short.
 */
final class Cursor {
  /** The two high bits of a length byte: 00 for a label, 11 for a pointer (RFC 1035 §4.1.4). */
  private static final int KIND = 0xC0;

  /** RFC 1035 §2.3.4. */
  private static final int MAX_NAME_BYTES = 255;

  private final byte[] message;
  private final int end;
  private int position;

  Cursor(byte[] message) {
    this(message, 0, message.length);
  }

  private Cursor(byte[] message, int position, int end) {
    this.message = message;
    this.position = position;
    this.end = end;
  }

  /** Returns a cursor for the next bytes only, and skips them. Names may lead out of this part. */
  Cursor part(int length) throws MalformedMessageException {
    require(length);
    Cursor part = new Cursor(message, position, position + length);
    position += length;
    return part;
  }

  int unsignedByte() throws MalformedMessageException {
    require(1);
    return message[position++] & 0xFF;
  }

  int unsignedShort() throws MalformedMessageException {
    return unsignedByte() << Byte.SIZE | unsignedByte();
  }

  long unsignedInt() throws MalformedMessageException {
    return (long) unsignedShort() << Short.SIZE | unsignedShort();
  }

  byte[] bytes(int length) throws MalformedMessageException {
    require(length);
    position += length;
    return Arrays.copyOfRange(message, position - length, position);
  }

  int left() {
    return end - position;
  }

  /**
   * Reads a name, and moves to the place after it: after its first pointer, if it has one.
   *
   * <p>Each pointer must lead to a place before all pieces so far. So the loop ends, whatever the
   * bytes are. All pieces except the first share one cursor, since a name may have thousands of
   * pointers.
   */
  String name() throws MalformedMessageException {
    StringBuilder text = new StringBuilder();
    Cursor piece = this;
    int pieceStart = position;
    int wireBytes = 1; // for the root
    int length = piece.unsignedByte();
    while (length != 0) {
      if ((length & KIND) == KIND) {
        int target = (length & ~KIND) << Byte.SIZE | piece.unsignedByte();
        if (target >= pieceStart) {
          throw new MalformedMessageException(
              "a pointer to " + target + " in a piece of a name that begins at " + pieceStart);
        }
        pieceStart = target;
        if (piece == this) {
          piece = new Cursor(message, 0, message.length); // a piece may be anywhere
        }
        piece.position = target;
      } else if ((length & KIND) == 0) {
        wireBytes += 1 + length;
        if (wireBytes > MAX_NAME_BYTES) {
          throw new MalformedMessageException("a name of more than 255 bytes");
        }
        if (text.length() > 0) {
          text.append('.');
        }
        NameText.appendLabel(text, piece.bytes(length));
      } else {
        throw new MalformedMessageException("a label of the unknown kind " + (length >>> 6));
      }
      length = piece.unsignedByte();
    }
    return text.toString();
  }

  private void require(int length) throws MalformedMessageException {
    if (length > end - position) {
      throw new MalformedMessageException(
          length + " bytes are wanted at " + position + ", " + left() + " are left");
    }
  }
}
