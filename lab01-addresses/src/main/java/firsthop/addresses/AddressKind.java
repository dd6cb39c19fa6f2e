package firsthop.addresses;

/** What an address is for; which blocks are of which kind stands in {@link AddressClassifier}. */
public enum AddressKind {
  /** No address at all: "not known yet" as a sender, "any of mine" for a server that listens. */
  UNSPECIFIED,

  /** This very host: such a packet never leaves it. */
  LOOPBACK,

  /** Free for everybody's own network, and never forwarded on the internet. */
  PRIVATE,

  /** Between a provider's customers and its address translator (carrier-grade NAT). */
  SHARED,

  /** Valid on one link only: no router forwards it. */
  LINK_LOCAL,

  /** A group of hosts; each member gets a copy. */
  MULTICAST,

  /** Every host on this link. */
  BROADCAST,

  /** For examples in texts, so that no example hits a real host. */
  DOCUMENTATION,

  /** Kept for a use that never came. */
  RESERVED,

  /** Anything else: an address like most. */
  GLOBAL
}
