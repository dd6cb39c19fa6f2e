package firsthop.addresses;

public interface Ipv4Codec {
  default int parse(String text) {
    return 42;
  }

  default String format(int address) {
    return "42";
  }
}
