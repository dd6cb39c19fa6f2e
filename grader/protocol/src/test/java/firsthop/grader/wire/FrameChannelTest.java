package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FrameChannelTest {
  private static final int AROUND_BYTES = 5;

  @Test
  void what_is_sent_is_received_in_order() throws IOException {
    FrameChannel channel = reading(sent("one", "", "three"));
    assertThat(channel.receive(String.class)).isEqualTo("one");
    assertThat(channel.receive(String.class)).isEmpty();
    assertThat(channel.receive(String.class)).isEqualTo("three");
    assertThat(channel.receive(String.class)).isNull();
  }

  @Test
  void a_frame_begins_with_its_length_in_four_bytes() throws IOException {
    byte[] sent = sent("ab");
    assertThat(sent).startsWith(0, 0, 0, sent.length - 4).endsWith('a', 'b');
  }

  @Test
  void an_end_between_frames_is_null_and_stays_it() throws IOException {
    FrameChannel channel = reading(new byte[0]);
    assertThat(channel.receive(String.class)).isNull();
    assertThat(channel.receive(String.class)).isNull();
  }

  @Test
  void an_end_inside_a_frame_is_an_eof_exception_wherever_it_is() throws IOException {
    byte[] whole = sent("some text");
    for (int length = 1; length < whole.length; length++) {
      FrameChannel channel = reading(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> channel.receive(String.class))
          .as("cut after " + length)
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void a_frame_at_the_limit_passes_both_sides() throws IOException {
    byte[] longest = new byte[Bounds.STANDARD.frameBytes() - AROUND_BYTES];
    assertThat(reading(sent(longest)).receive(byte[].class)).isEqualTo(longest);
  }

  @Test
  void a_frame_one_byte_beyond_the_limit_is_not_sent() {
    byte[] tooLong = new byte[Bounds.STANDARD.frameBytes() - AROUND_BYTES + 1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameChannel channel = new FrameChannel(InputStream.nullInputStream(), out, Bounds.STANDARD);
    assertThatThrownBy(() -> channel.send(tooLong, byte[].class)).isInstanceOf(WireException.class);
    assertThat(out.toByteArray()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {(16 << 20) + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void a_frame_beyond_the_limit_is_refused_by_its_length_alone(int length) {
    FrameChannel channel = reading(ByteBuffer.allocate(4).putInt(length).array());
    assertThatThrownBy(() -> channel.receive(String.class))
        .isExactlyInstanceOf(WireException.class)
        .hasMessage("a frame of " + length + " bytes; the limit is 16777216");
  }

  @Test
  void a_length_that_is_only_announced_costs_no_memory() {
    byte[] announced = ByteBuffer.allocate(14).putInt((16 << 20) - 1).array();
    FrameChannel channel = reading(announced);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> channel.receive(byte[].class)).isInstanceOf(EOFException.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
  }

  @Test
  void an_empty_frame_and_a_frame_of_nothing_are_refused() {
    for (byte[] frame : List.of(new byte[4], new byte[] {0, 0, 0, 1, Tag.NULL})) {
      assertThatThrownBy(() -> reading(frame).receive(String.class))
          .isExactlyInstanceOf(WireException.class);
    }
  }

  @Test
  void a_frame_that_trickles_is_put_together() throws IOException {
    byte[] whole = sent("some text");
    List<InputStream> single = new ArrayList<>();
    for (byte one : whole) {
      single.add(new ByteArrayInputStream(new byte[] {one}));
    }
    InputStream trickle = new SequenceInputStream(Collections.enumeration(single));
    FrameChannel channel =
        new FrameChannel(trickle, OutputStream.nullOutputStream(), Bounds.STANDARD);
    assertThat(channel.receive(String.class)).isEqualTo("some text");
  }

  @Test
  void frames_of_concurrent_senders_do_not_mix() throws Exception {
    int senders = 8;
    int each = 200;
    Dribble out = new Dribble();
    FrameChannel channel = new FrameChannel(InputStream.nullInputStream(), out, Bounds.STANDARD);
    ExecutorService executor = Executors.newFixedThreadPool(senders);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        String text = String.valueOf((char) ('a' + sender)).repeat(50 + sender);
        tasks.add(
            () -> {
              for (int i = 0; i < each; i++) {
                channel.send(text, String.class);
              }
              return null;
            });
      }
      for (Future<Void> done : executor.invokeAll(tasks, 20, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      executor.shutdownNow();
    }
    FrameChannel receiving = reading(out.bytes.toByteArray());
    int[] counts = new int[senders];
    for (int i = 0; i < senders * each; i++) {
      String text = receiving.receive(String.class);
      int sender = text.charAt(0) - 'a';
      assertThat(text).isEqualTo(String.valueOf(text.charAt(0)).repeat(50 + sender));
      counts[sender]++;
    }
    assertThat(counts).containsOnly(each);
    assertThat(receiving.receive(String.class)).isNull();
  }

  @Test
  void close_closes_both_directions_even_if_one_fails() {
    boolean[] closed = new boolean[1];
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            return -1;
          }

          @Override
          public void close() throws IOException {
            throw new IOException("will not close");
          }
        };
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int value) {}

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThatThrownBy(() -> new FrameChannel(failing, out, Bounds.STANDARD).close())
        .hasMessage("will not close");
    assertThat(closed[0]).isTrue();
  }

  private static byte[] sent(Object... values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameChannel channel = new FrameChannel(InputStream.nullInputStream(), out, Bounds.STANDARD);
    for (Object value : values) {
      channel.send(value, value.getClass());
    }
    return out.toByteArray();
  }

  private static FrameChannel reading(byte[] bytes) {
    return new FrameChannel(
        new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), Bounds.STANDARD);
  }

  /** Takes an array byte by byte and lets other threads in between, as a socket may. */
  private static final class Dribble extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      bytes.write(value);
      if (value % 16 == 0) {
        Thread.yield();
      }
    }
  }
}
