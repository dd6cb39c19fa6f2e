package firsthop.addresses;

import firsthop.kit.Todo;
import java.util.Optional;

/** Your solution to exercise 1.6. {@link SocketTable} says what it must do. */
public class MySocketTable implements SocketTable {

  /** Creates an empty table. The tests call this constructor. */
  public MySocketTable() {}

  @Override
  public Endpoint parse(String text) {
    throw Todo.exercise("1.6");
  }

  @Override
  public String format(Endpoint endpoint) {
    throw Todo.exercise("1.6");
  }

  @Override
  public void listen(String socket, Endpoint local) {
    throw Todo.exercise("1.6");
  }

  @Override
  public void accepted(String socket, Endpoint local, Endpoint remote) {
    throw Todo.exercise("1.6");
  }

  @Override
  public Endpoint connect(String socket, String localAddress, Endpoint remote) {
    throw Todo.exercise("1.6");
  }

  @Override
  public Optional<String> deliver(Endpoint source, Endpoint destination) {
    throw Todo.exercise("1.6");
  }

  @Override
  public void close(String socket) {
    throw Todo.exercise("1.6");
  }
}
