package firsthop.addresses;

import firsthop.kit.Todo;
import java.util.List;

/** Your solution to exercise 1.3. {@link SubnetCalculator} says what it must do. */
public class MySubnetCalculator implements SubnetCalculator {

  /** Creates a calculator. The tests call this constructor. */
  public MySubnetCalculator() {}

  @Override
  public Subnet describe(String cidr) {
    throw Todo.exercise("1.3");
  }

  @Override
  public boolean contains(String cidr, String address) {
    throw Todo.exercise("1.3");
  }

  @Override
  public List<String> split(String cidr, int newPrefixLength) {
    throw Todo.exercise("1.3");
  }
}
