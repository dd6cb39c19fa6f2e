package firsthop.addresses;

import firsthop.kit.Todo;
import java.util.Optional;

/** Your solution to exercise 1.5. {@link ForwardingTable} says what it must do. */
public class MyForwardingTable implements ForwardingTable {

  /** Creates an empty table. The tests call this constructor. */
  public MyForwardingTable() {}

  @Override
  public void add(String cidr, String nextHop) {
    throw Todo.exercise("1.5");
  }

  @Override
  public boolean remove(String cidr) {
    throw Todo.exercise("1.5");
  }

  @Override
  public Optional<String> lookup(String destination) {
    throw Todo.exercise("1.5");
  }
}
