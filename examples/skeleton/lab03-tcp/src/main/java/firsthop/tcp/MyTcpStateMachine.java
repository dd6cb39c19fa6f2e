package firsthop.tcp;

import firsthop.kit.Todo;
import java.util.List;

/** Your answer to exercise 3.2. What it must do stands in {@link TcpStateMachine}. */
public class MyTcpStateMachine implements TcpStateMachine {

  /** Makes a machine; the tests call this. */
  public MyTcpStateMachine() {}

  @Override
  public TcpState state() {
    throw Todo.exercise("3.2");
  }

  @Override
  public List<TcpSegment> on(TcpEvent event) {
    throw Todo.exercise("3.2");
  }
}
