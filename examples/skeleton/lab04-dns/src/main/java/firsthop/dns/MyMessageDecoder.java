package firsthop.dns;

import firsthop.kit.Todo;

/** Your solution of exercise 4.2. {@link MessageDecoder} says what it must do. */
public class MyMessageDecoder implements MessageDecoder {

  /** Creates a decoder; the tests call this constructor. */
  public MyMessageDecoder() {}

  @Override
  public DnsMessage decode(byte[] message) throws MalformedMessageException {
    throw Todo.exercise("4.2");
  }
}
