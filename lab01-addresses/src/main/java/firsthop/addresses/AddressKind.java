package firsthop.addresses;

/** The purpose of an address. {@link AddressClassifier} lists the blocks of each kind. */
public enum AddressKind {
  /**
   * Not the address of a host. As a sender it means "not known yet". For a server that listens it
   * means "any address of this host".
   */
  UNSPECIFIED,

  /** This host itself. A packet to such an address never leaves the host. */
  LOOPBACK,

  /**
   * Everybody may use these addresses in their own network. Routers on the internet never forward
   * packets to them.
   */
  PRIVATE,

  /**
   * For the network between a provider's customers and its address translator (carrier-grade NAT).
   */
  SHARED,

  /** Valid on one link only. No router forwards a packet with such an address. */
  LINK_LOCAL,

  /** A group of hosts. Each member of the group gets a copy of the packet. */
  MULTICAST,

  /** Every host on this link. */
  BROADCAST,

  /** For examples in texts, so that no example uses the address of a real host. */
  DOCUMENTATION,

  /** Reserved for future use, and still not used. */
  RESERVED,

  /** Every other address. Most hosts have an address of this kind. */
  GLOBAL
}
