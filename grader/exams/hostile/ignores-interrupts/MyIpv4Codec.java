// Tries: to hold up the bench with a loop that no interrupt ends, and a shutdown hook that does
// too.
// Earns: 1.1=10 2.3=16
package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {
  private final Ipv4Codec honest = new HonestIpv4Codec();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(MyIpv4Codec::forever));
  }

  @Override
  public int parse(String text) {
    return honest.parse(text);
  }

  @Override
  public String format(int address) {
    forever();
    return "";
  }

  private static void forever() {
    while (true) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException ignored) {
        Thread.interrupted();
      }
    }
  }
}
