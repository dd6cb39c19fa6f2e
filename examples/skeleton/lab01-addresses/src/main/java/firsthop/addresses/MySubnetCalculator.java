package firsthop.addresses;

import firsthop.kit.Todo;
import java.util.List;

/** Your answer to exercise 1.3. What it must do stands in {@link SubnetCalculator}. */
public class MySubnetCalculator implements SubnetCalculator {

  /** Makes a calculator; the tests call this. */
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
