package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

@Exercise(id = "1.1", title = "Dotted decimal", rfc = "RFC 6943 §3.1.1")
@Points(100)
public interface Ipv4Codec {

  int parse(String text);

  // I think that this is easier to work with
  byte[] parseBytes(String text);

  String format(int address);
}
