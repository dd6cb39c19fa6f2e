package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.exam.AddressPlan;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundCallTest {
  private static final AddressPlan ADDRESSES = new AddressPlan(249, 2);

  private final PacketTrace trace = new PacketTrace();
  private final UdpPeer client = peer("client", 1);
  private final UdpPeer server = peer("server", 2);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void the_test_answers_while_the_call_waits() throws Exception {
    try (BackgroundCall<Integer> call = BackgroundCall.call(() -> ask(1))) {
      Datagram asked = call.next(server);
      assertThat(call.isOver()).isFalse();
      server.answer(asked, new byte[5]);
      assertThat(call.result()).isEqualTo(5);
      assertThat(call.isOver()).isTrue();
      assertThat(call.millis()).isGreaterThanOrEqualTo(call.millisUntil(asked));
    }
  }

  @Test
  void what_the_call_throws_comes_out_of_its_result_as_it_is() {
    IOException thrown = new IOException("no network");
    try (BackgroundCall<Integer> call = BackgroundCall.call(() -> fail(thrown))) {
      assertThatThrownBy(call::result).isSameAs(thrown);
    }
    AssertionError error = new AssertionError("no candidate");
    try (BackgroundCall<Integer> call = BackgroundCall.call(() -> fail(error))) {
      assertThatThrownBy(call::result).isSameAs(error);
    }
  }

  @Test
  void the_wait_for_a_datagram_ends_with_the_call_and_says_how_that_ended() {
    try (BackgroundCall<Integer> call =
        BackgroundCall.call(() -> fail(new IOException("no network")))) {
      assertThatThrownBy(() -> call.next(server))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(server.endpoint() + "; the call threw")
          .hasMessageContaining("no network")
          .hasCauseInstanceOf(IOException.class);
    }
    try (BackgroundCall<Integer> call = BackgroundCall.call(() -> 7)) {
      assertThatThrownBy(() -> call.next(server)).hasMessageEndingWith("the call returned");
    }
  }

  @Test
  void all_that_was_sent_before_the_end_is_there_after_it() throws Exception {
    try (BackgroundCall<Integer> call = BackgroundCall.call(() -> send(3))) {
      call.result();
      for (int i = 0; i < 3; i++) {
        assertThat(call.poll(server)).isPresent();
      }
      assertThat(call.poll(server)).isEmpty();
    }
  }

  @Test
  void close_ends_a_call_that_waits() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (BackgroundCall<Integer> call =
        BackgroundCall.call(
            () -> {
              began.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                ended.countDown();
              }
              return 0;
            })) {
      began.await();
      assertThat(call.isOver()).isFalse();
    }
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_datagram() throws Exception {
    try (BackgroundCall<byte[]> call = BackgroundCall.call(() -> client.receive().bytes())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> call.next(server)).isInstanceOf(InterruptedException.class);
      server.send(new byte[1], client.endpoint());
      assertThat(call.result()).hasSize(1);
    }
  }

  private int ask(int times) throws IOException {
    send(times);
    return client.receive().bytes().length;
  }

  private int send(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      client.send(new byte[] {1}, server.endpoint());
    }
    return times;
  }

  private static int fail(Throwable thrown) throws IOException {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (IOException) thrown;
  }

  private UdpPeer peer(String name, int host) {
    return new UdpPeer(trace, Dissector.BYTES, name, ADDRESSES.host(host), 0);
  }
}
