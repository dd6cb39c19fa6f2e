package firsthop.tcp;

import firsthop.kit.Todo;
import java.util.List;

/** Your solution to exercise 3.4. {@link RetransmittingSender} says what it must do. */
public class MyRetransmittingSender implements RetransmittingSender {

  /** Creates a sender that has not been opened yet. The tests call this constructor. */
  public MyRetransmittingSender() {}

  @Override
  public void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    throw Todo.exercise("3.4");
  }

  @Override
  public List<Segment> write(byte[] data) {
    throw Todo.exercise("3.4");
  }

  @Override
  public List<Segment> finish() {
    throw Todo.exercise("3.4");
  }

  @Override
  public List<Segment> acknowledge(long next, int window) {
    throw Todo.exercise("3.4");
  }

  @Override
  public List<Segment> tick(int millis) {
    throw Todo.exercise("3.4");
  }

  @Override
  public boolean done() {
    throw Todo.exercise("3.4");
  }

  @Override
  public boolean failed() {
    throw Todo.exercise("3.4");
  }
}
