package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.TraceEntry;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PacketTraceTest {
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);
  private static final InetSocketAddress THERE = new InetSocketAddress("127.0.0.2", 2);

  private final PacketTrace trace = new PacketTrace();

  @Test
  void a_rung_says_who_sent_what_to_whom_and_what_became_of_it() {
    trace.name(HERE, "client");
    trace.add(HERE, THERE, "ACK 2", "dropped");
    TraceEntry entry = trace.entries().get(0);
    assertThat(entry.micros()).isNotNegative();
    assertThat(new TraceEntry(0, entry.from(), entry.to(), entry.summary(), entry.outcome()))
        .isEqualTo(new TraceEntry(0, "client 127.0.0.1:1", "127.0.0.2:2", "ACK 2", "dropped"));
    assertThat(trace.toString())
        .contains("client 127.0.0.1:1 -> 127.0.0.2:2  ACK 2: dropped")
        .endsWith(System.lineSeparator());
  }

  @Test
  void at_its_limit_a_trace_is_whole_and_beyond_it_keeps_both_ends() {
    for (int i = 0; i < 2 * PacketTrace.KEPT; i++) {
      trace.add(HERE, THERE, "n" + i, "sent");
    }
    assertThat(trace.entries()).hasSize(2 * PacketTrace.KEPT);
    trace.add(HERE, THERE, "the last", "sent");
    assertThat(trace.entries()).hasSize(2 * PacketTrace.KEPT + 1);
    assertThat(trace.entries().get(0).summary()).isEqualTo("n0");
    assertThat(trace.entries().get(PacketTrace.KEPT).summary()).isEqualTo("1 more");
    assertThat(trace.entries().get(2 * PacketTrace.KEPT).summary()).isEqualTo("the last");
  }

  @Test
  void what_a_student_sends_cannot_forge_a_line_or_fill_the_report() {
    trace.add(HERE, THERE, "RRQ a\nb\u001b[2J\u202e\ud800", "sent");
    trace.add(HERE, THERE, "x".repeat(100_000), "sent");
    assertThat(trace.entries().get(0).summary()).isEqualTo("RRQ a?b?[2J??");
    assertThat(trace.entries().get(1).summary()).hasSizeLessThanOrEqualTo(200);
  }
}
