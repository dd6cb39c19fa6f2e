package firsthop.tool.explain;

import org.jspecify.annotations.Nullable;

/** The checksum field of UDP and TCP. */
final class ChecksumField {
  private ChecksumField() {}

  /**
   * Reads the field, checks it where that is possible, and says what came of it.
   *
   * @param ip the addresses; null if they are not known
   * @param whole the whole datagram or segment
   * @param mayBeMissing whether 0 means that there is no checksum, as in UDP
   */
  static void read(
      FieldReader in, @Nullable IpPayload ip, byte[] whole, String section, boolean mayBeMissing)
      throws CutOffException {
    int came = in.peek16(0);
    String verdict;
    if (mayBeMissing && came == 0) {
      verdict = ip != null && ip.source().length == 16 ? "WRONG" : "none was computed";
    } else if (ip == null) {
      verdict = "not checked: no addresses";
    } else {
      verdict = ip.checksum(whole) == 0 ? "right" : "WRONG";
    }
    in.number("checksum", 2, section, v -> Numbers.hex(v) + " (" + verdict + ")");
    if (ip != null && verdict.equals("WRONG")) {
      int right = new InternetChecksum().add(new byte[] {(byte) (came >> 8), (byte) came}).value();
      int sumWithout =
          new InternetChecksum()
              .addPseudoHeader(ip.source(), ip.destination(), ip.protocol(), whole.length)
              .add(whole)
              .add(new byte[] {(byte) (right >> 8), (byte) right})
              .value();
      int computed = sumWithout == 0 && mayBeMissing ? 0xFFFF : sumWithout;
      in.dissection()
          .problem(
              "the checksum is %s, and %s is right%s"
                  .formatted(
                      Numbers.hex(came),
                      Numbers.hex(computed),
                      came == 0 && mayBeMissing ? "; over IPv6 there must be one" : ""));
    }
  }
}
