package firsthop.dns;

import firsthop.kit.Todo;

/** Your answer to exercise 4.2. What it must do stands in {@link MessageDecoder}. */
public class MyMessageDecoder implements MessageDecoder {

  /** Makes a decoder; the tests call this. */
  public MyMessageDecoder() {}

  @Override
  public DnsMessage decode(byte[] message) throws MalformedMessageException {
    throw Todo.exercise("4.2");
  }
}
