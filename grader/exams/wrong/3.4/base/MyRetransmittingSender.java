package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class MyRetransmittingSender implements RetransmittingSender {
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final List<Segment> outstanding = new ArrayList<>();
  private boolean opened;
  private int segmentSize;
  private int window;
  private int firstTimeout;
  private int maxCount;
  private long acknowledged;
  private long sent;
  private boolean finished;
  private boolean finSent;
  private boolean timerRuns;
  private long time;
  private long timeout;
  private int count;
  private boolean failed;

  @Override
  public void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    if (opened) {
      throw new IllegalStateException("already open");
    }
    if (maximumSegmentSize < 1 || window < 0 || timeoutMillis < 1 || retransmissions < 0) {
      throw new IllegalArgumentException("too small");
    }
    opened = true;
    segmentSize = maximumSegmentSize;
    this.window = window;
    firstTimeout = timeoutMillis;
    timeout = timeoutMillis;
    maxCount = retransmissions;
  }

  @Override
  public List<Segment> write(byte[] data) {
    mustBeOpen();
    if (failed) {
      return List.of();
    }
    if (finished) {
      throw new IllegalStateException("write after finish");
    }
    stream.writeBytes(data);
    return sendWhatMayGo();
  }

  @Override
  public List<Segment> finish() {
    mustBeOpen();
    if (failed) {
      return List.of();
    }
    if (finished) {
      throw new IllegalStateException("finish after finish");
    }
    finished = true;
    return sendWhatMayGo();
  }

  @Override
  public List<Segment> acknowledge(long next, int window) {
    mustBeOpen();
    if (failed) {
      return List.of();
    }
    if (next < acknowledged || next > sent) {
      return List.of();
    }
    this.window = window;
    if (next > acknowledged) {
      acknowledged = next;
      outstanding.removeIf(segment -> end(segment) <= acknowledged);
      timerRuns = !outstanding.isEmpty();
      time = 0;
      timeout = firstTimeout;
      count = 0;
    }
    return sendWhatMayGo();
  }

  @Override
  public List<Segment> tick(int millis) {
    mustBeOpen();
    if (failed || !timerRuns) {
      return List.of();
    }
    time += millis;
    if (time < timeout) {
      return List.of();
    }
    if (window > 0) {
      if (count == maxCount) {
        failed = true;
        return List.of();
      }
      count++;
      timeout = 2 * timeout;
    }
    time = 0;
    return List.of(outstanding.get(0));
  }

  @Override
  public boolean done() {
    return finSent && acknowledged == sent;
  }

  @Override
  public boolean failed() {
    return failed;
  }

  private List<Segment> sendWhatMayGo() {
    List<Segment> out = new ArrayList<>();
    byte[] all = stream.toByteArray();
    long limit = acknowledged + Math.max(window, 1);
    while (sent < limit && !finSent) {
      int size = (int) Math.min(Math.min(segmentSize, all.length - sent), limit - sent);
      boolean fin = finished && sent + size == all.length && sent + size < limit;
      if (size == 0 && !fin) {
        break;
      }
      out.add(new Segment(sent, Arrays.copyOfRange(all, (int) sent, (int) sent + size), fin));
      sent += size + (fin ? 1 : 0);
      finSent = fin;
    }
    if (!timerRuns && !out.isEmpty()) {
      timerRuns = true;
      time = 0;
    }
    outstanding.addAll(out);
    return out;
  }

  private static long end(Segment segment) {
    return segment.index() + segment.data().length + (segment.fin() ? 1 : 0);
  }

  private void mustBeOpen() {
    if (!opened) {
      throw new IllegalStateException("not open");
    }
  }
}
