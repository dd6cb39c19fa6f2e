// Tries: to get classes into packages of the JDK, of labkit, of the agent and of the lab, with an
// escape that ends a comment for javac only, and to use what only these packages may use.
// Earns: 1.1=12 2.3=16
package firsthop.addresses;

import tools.Intruders;

public class MyIpv4Codec implements Ipv4Codec {
  private final HonestIpv4Codec honest = new HonestIpv4Codec();

  public MyIpv4Codec() {
    if (Intruders.anyIsInside()) {
      throw new IllegalStateException("a class of the student is inside");
    }
  }

  @Override
  public int parse(String text) {
    return honest.parse(text);
  }

  @Override
  public String format(int address) {
    return honest.format(address);
  }
}
