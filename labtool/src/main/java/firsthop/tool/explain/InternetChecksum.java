package firsthop.tool.explain;

/** The checksum of IPv4, UDP and TCP: the complement of a sum of 16-bit words (RFC 1071 §1). */
public final class InternetChecksum {
  private long sum;

  /** Adds octets. An odd last octet counts as the high half of a word. */
  public InternetChecksum add(byte[] octets) {
    for (int i = 0; i < octets.length; i++) {
      sum += (octets[i] & 0xFFL) << (i % 2 == 0 ? 8 : 0);
    }
    return this;
  }

  /**
   * Adds the pseudo-header of UDP and TCP (RFC 9293 §3.1, RFC 8200 §8.1). The sum is the same for
   * IPv4 and IPv6, because the other octets of both are 0.
   */
  public InternetChecksum addPseudoHeader(
      byte[] source, byte[] destination, int protocol, int length) {
    sum += protocol + (length >>> 16) + (length & 0xFFFF);
    return add(source).add(destination);
  }

  /** Returns the checksum, 0 to 0xFFFF. It is 0 if the words already include a right one. */
  public int value() {
    long folded = sum;
    while (folded > 0xFFFF) {
      folded = (folded & 0xFFFF) + (folded >>> 16);
    }
    return (int) (~folded & 0xFFFF);
  }
}
