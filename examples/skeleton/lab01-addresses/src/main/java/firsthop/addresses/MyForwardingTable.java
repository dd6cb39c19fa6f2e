package firsthop.addresses;

import firsthop.kit.Todo;
import java.util.Optional;

/** Your answer to exercise 1.5. What it must do stands in {@link ForwardingTable}. */
public class MyForwardingTable implements ForwardingTable {

  /** Makes an empty table; the tests call this. */
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
