package firsthop.tcp;

import java.util.ArrayList;
import java.util.List;

/** The numbered list of the calls that a test has made so far, so that you can repeat them. */
final class Calls {
  private final List<String> calls = new ArrayList<>();

  void add(String call) {
    calls.add(call);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < calls.size(); i++) {
      text.append(String.format("%n  %d. %s", i + 1, calls.get(i)));
    }
    return text.append(String.format("%n")).toString();
  }
}
