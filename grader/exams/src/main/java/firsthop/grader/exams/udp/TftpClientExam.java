package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.Payloads.text;
import static firsthop.grader.exams.udp.Tftp.BLOCK_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.Relay;
import firsthop.grader.network.RelayScript;
import firsthop.grader.network.UdpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.TftpClient;
import firsthop.udp.TftpException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The test is the server, and plays it packet by packet: no library has one. Where nothing is to
 * get lost, the time-out is longer than the test would wait; where time-outs are the matter,
 * clients may be late, never early.
 */
@Exam(TftpClient.class)
class TftpClientExam {
  /** A time-out that does not pass while a test goes as it should. */
  private static final int CALM_MILLIS = 2_000;

  /** More than the one that is used: who gives up too early is found out by one test. */
  private static final int CALM_ATTEMPTS = 2;

  /** A time-out that is to pass. */
  private static final int SHORT_MILLIS = 100;

  /** Clocks that count whole milliseconds may be early by one, for each time-out. */
  private static final int EARLY_MILLIS = 10;

  /** By then a client has given up; on an idle machine, after a fifth of it. */
  private static final int GIVES_UP_MILLIS = 2_500;

  /** More than the storm can spoil: it loses no more than three of a kind in a row. */
  private static final int ATTEMPTS_IN_A_STORM = 20;

  private static final int SERVER = 1;
  private static final int STRANGER = 2;

  @Test
  @Points(1)
  @Clause("RRQ 00 01 name, in ASCII 00 \"octet\", in lower case 00")
  @Hint("Two texts follow the opcode, and each of them has an end of its own.")
  void asks_for_the_file_by_its_name_in_octet_mode(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      for (String file : List.of("notes", "pub/On the line.txt", "a".repeat(200))) {
        byte[] content = text("this is " + file);
        TftpReading reading = host.read(client, file, CALM_MILLIS, CALM_ATTEMPTS);
        host.takes(host.front(), Tftp.request(Tftp.READ_REQUEST, file, "octet"));
        host.sends(1, content);
        host.takesAck(1);
        Payloads.assertSame(content, reading.content());
      }
    }
  }

  @Test
  @Points(2)
  @Clause("The first DATA with fewer than 512 bytes, perhaps with none, is the last.")
  @Hint("Only a block that is not full says that it was the last, and the empty one is not full.")
  void reads_up_to_the_first_block_that_is_not_full(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      for (int length : new int[] {700, 0, 511, 512, 1_025, 1_024, 1}) {
        serve(host, host.transfer(), client, TftpFile.random(seed, length));
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The first DATA 1 that comes from the host asked, from whatever port of it, fixes the server's"
        + " transfer identifier (TID): the address and port that it came from.",
    "Every ACK goes to the server's TID."
  })
  @Hint("The port that was asked only takes requests; who sends the file, the file itself tells.")
  void acknowledges_where_the_first_data_came_from(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER);
        TftpHost another = new TftpHost(trace, addresses, STRANGER)) {
      TftpFile file = TftpFile.random(seed, 600);
      // From a new port; from the one that was asked; from another host, when that was asked.
      serve(host, host.transfer(), client, file);
      serve(host, host.front(), client, file);
      serve(another, another.anotherPort(), client, file);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "When the next block has not come within the time-out after a packet was sent, the request or"
          + " an ACK, that packet is sent again, byte for byte, and the next time-out begins. All"
          + " time-outs are equally long.")
  @Hint("A request can get lost like any other packet, and so can the one that repeats it.")
  void sends_the_request_again_after_each_time_out(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      byte[] content = text("worth to be asked for three times");
      TftpReading reading = host.read(client, "thrice", SHORT_MILLIS, 8);
      byte[] request = host.takesRequest();
      for (int timeouts = 1; timeouts <= 2; timeouts++) {
        Datagram again = host.takes(host.front(), request);
        assertNotBefore(again.nanoTime(), reading.startNanos(), timeouts, "the request, again");
      }
      host.sends(1, content);
      host.takesAck(1);
      Payloads.assertSame(content, reading.content());
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "Each block that arrives starts the count anew: the ACK for it has attempts sends of its own.")
  @Hint("What went well starts a new story: new packet, new count, and that packet is repeated.")
  void repeats_each_acknowledgement_and_counts_anew_for_it(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 4 * BLOCK_BYTES + 1);
      TftpReading reading = host.read(client, "holes", SHORT_MILLIS, 5);
      host.takes(host.front(), host.takesRequest());
      for (int block = 1; block < file.blocks(); block++) {
        long sent = System.nanoTime();
        host.sends(block, file.block(block));
        // The ACK gets lost once: none of the two sides can tell that from a DATA that did.
        host.takesAtLast(host.transfer(), Tftp.ack(block));
        Datagram again = host.takes(host.transfer(), Tftp.ack(block));
        assertNotBefore(again.nanoTime(), sent, 1, "ACK " + block + ", sent again");
      }
      host.sends(file.blocks(), file.block(file.blocks()));
      host.takesAtLast(host.transfer(), Tftp.ack(file.blocks()));
      file.assertIs(reading.content());
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "A packet is sent at most attempts times in all. When the last one's time-out is over too, read"
        + " throws a java.net.SocketTimeoutException.",
    "All time-outs are equally long."
  })
  @Hint("The last attempt has a time-out, too, and no time-out is longer than another.")
  void gives_up_when_the_last_attempt_has_had_its_time(
      @Subject TftpClient client,
      @Subject TftpClient other,
      PacketTrace trace,
      AddressPlan addresses)
      throws Exception {
    try (TftpHost mute = new TftpHost(trace, addresses, SERVER);
        TftpHost falling = new TftpHost(trace, addresses, STRANGER)) {
      TftpReading ofMute = mute.read(client, "never", SHORT_MILLIS, 5);
      // Well within the time-out, or another request comes first, which is no harm.
      TftpReading ofFalling = falling.asked(other, "half", SHORT_MILLIS, 4);
      long sent = System.nanoTime();
      falling.sends(1, new byte[BLOCK_BYTES]);
      assertGivesUp(ofFalling, sent, 4);
      assertGivesUp(ofMute, ofMute.startNanos(), 5);
      assertThat(mute.drain(mute.front()))
          .as("what came to a server that says nothing, with 5 attempts")
          .hasSize(5)
          .allMatch(what -> what.startsWith("RRQ "));
      assertThat(falling.drain(falling.transfer()))
          .as("what came to a server that says nothing after block 1, with 4 attempts")
          .containsExactly("ACK 1", "ACK 1", "ACK 1", "ACK 1");
    }
  }

  @Test
  @Points(2)
  @Clause("It is acknowledged again at once and not kept a second time.")
  @Hint("A block comes again when its ACK got lost: the server wants to hear it, and nothing else.")
  void acknowledges_the_last_block_again_and_keeps_it_once(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 3 * BLOCK_BYTES + 80);
      TftpReading reading = host.asked(client, "twice", CALM_MILLIS, CALM_ATTEMPTS);
      for (int block = 1; block < file.blocks(); block++) {
        host.sends(block, file.block(block));
        host.takesAck(block);
        for (int again = 0; again < block; again++) {
          host.sends(block, file.block(block));
          host.takesAck(block);
        }
      }
      host.sends(file.blocks(), file.block(file.blocks()));
      host.takesAck(file.blocks());
      file.assertIs(reading.content());
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "That neither starts the time-out or the count of sends anew, nor counts as one of them.",
    "Whatever comes, only the next block ends the wait for it: nothing else makes that wait longer"
        + " or shorter, but for an ERROR that ends the transfer."
  })
  @Hint("A server that says the same thing again and again is as silent as one that says nothing.")
  void is_neither_kept_waiting_nor_driven_away_by_what_does_not_count(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      UdpPeer stranger = host.peer("stranger", addresses.host(STRANGER), 0);
      byte[] block = TftpFile.random(seed, BLOCK_BYTES).block(1);
      TftpReading reading = host.asked(client, "stuck", SHORT_MILLIS, 3);
      long sent = System.nanoTime();
      host.sends(1, block);
      for (int turn = 0; !reading.isOver(); turn++) {
        if (System.nanoTime() - sent > TimeUnit.MILLISECONDS.toNanos(GIVES_UP_MILLIS)) {
          throw reading.failure(
              "3 attempts of %d ms; after %d packets that are not block 2, %s"
                  .formatted(SHORT_MILLIS, turn, reading.state()));
        }
        switch (turn % 3) {
          case 0 -> host.sends(1, block);
          case 1 -> host.sends(stranger, Tftp.data(2, block));
          default -> host.sends(7, block);
        }
        reading.poll(host.transfer(), SHORT_MILLIS / 8);
      }
      assertGivesUp(reading, sent, 3);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "Everything else is ignored without an answer: a DATA of any other number, and, before the TID"
          + " is fixed, all that is neither DATA 1 nor an ERROR.")
  @Hint("A block is kept for its number, not for being there; nobody asked for any other.")
  void ignores_blocks_that_are_neither_next_nor_last(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 3 * BLOCK_BYTES + 5);
      TftpReading reading = host.asked(client, "jumble", CALM_MILLIS, CALM_ATTEMPTS);
      for (int block = 1; block <= file.blocks(); block++) {
        for (int other : new int[] {block + 1, block + 256, 0xFFFF, block - 2, block - 3}) {
          if (other >= 0) {
            host.sends(other, text("not this one"));
          }
        }
        if (block == 1) {
          host.sends(0, text("there is no block before the first"));
        }
        host.sends(block, file.block(block));
        // UDP keeps the order between two sockets of one host: an answer would have come before.
        host.takesAck(block);
      }
      file.assertIs(reading.content());
      host.tookNothingElse(host.transfer());
      host.tookNothingElse(host.front());
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A packet from a stranger is answered with ERROR 5, whose text is up to you, unless it is itself"
        + " an ERROR: that gets no answer.",
    "Before the TID is fixed, other hosts than the one asked are strangers; afterwards, whatever has"
        + " another address or another port than the TID is a stranger, the port asked included."
  })
  @Hint("Who sends to the wrong address must be told, or he will go on; but ERRORs end there.")
  void answers_strangers_with_an_error_but_never_an_error(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, BLOCK_BYTES + 9);
      UdpPeer foreign =
          host.peer("foreign", addresses.host(STRANGER), host.transfer().endpoint().getPort());
      UdpPeer doubled = host.anotherPort();
      TftpReading reading = host.asked(client, "mine", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(foreign, Tftp.error(1, "File not found"));
      host.sends(foreign, Tftp.data(1, file.block(1)));
      host.takesRefusal(foreign);
      host.sends(1, file.block(1));
      host.takesAck(1);
      for (UdpPeer stranger : List.of(doubled, foreign, host.front())) {
        host.sends(stranger, Tftp.error(0, "who is there?"));
        host.sends(stranger, Tftp.data(1, file.block(1)));
        host.takesRefusal(stranger);
        host.sends(stranger, Tftp.data(2, file.block(2)));
        host.takesRefusal(stranger);
      }
      host.sends(2, file.block(2));
      host.takesAck(2);
      file.assertIs(reading.content());
      for (UdpPeer other : List.of(doubled, foreign, host.front(), host.transfer())) {
        host.tookNothingElse(other);
      }
    }
  }

  @Test
  @Points(1)
  @Clause("Either way it changes nothing else.")
  @Hint("Half of an address is not enough to know somebody by, and anybody can send an ERROR.")
  void takes_nothing_from_strangers(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, BLOCK_BYTES + 9);
      int tid = host.transfer().endpoint().getPort();
      UdpPeer foreign = host.peer("foreign", addresses.host(STRANGER), tid);
      UdpPeer doubled = host.anotherPort();
      TftpReading reading = host.asked(client, "mine", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(foreign, Tftp.data(1, text("of another host")));
      host.sends(foreign, Tftp.error(1, "File not found"));
      for (int block = 1; block <= file.blocks(); block++) {
        host.sends(block, file.block(block));
        host.takesAck(block);
        if (block < file.blocks()) {
          host.sends(foreign, Tftp.data(block + 1, text("of another host")));
          host.sends(doubled, Tftp.data(block + 1, text("of another port")));
          host.sends(foreign, Tftp.error(0, "of another host"));
          host.sends(doubled, Tftp.error(0, "of another port"));
        }
      }
      file.assertIs(reading.content());
    }
  }

  @Test
  @Points(1)
  @Clause({
    "An ERROR from the server's TID, or from any port of the host asked while the TID is not fixed,"
        + " ends the transfer with a TftpException. It is not answered.",
    "the message is the code, from 0 to 65535 in decimal, a colon, a space and the text, such as 1:"
        + " File not found"
  })
  @Hint("An ERROR holds a number without a sign and a text with an end, and may come at any time.")
  void an_error_of_the_server_ends_the_transfer(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpReading reading = host.asked(client, "none", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(host.front(), Tftp.error(1, "No such file"));
      assertMessage(reading, "1: No such file");

      reading = host.asked(client, "secret", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(host.transfer(), Tftp.error(0xC002, "Not for you: go away"));
      assertMessage(reading, "49154: Not for you: go away");

      reading = host.asked(client, "broken", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, new byte[BLOCK_BYTES]);
      host.takesAck(1);
      host.sends(host.transfer(), Tftp.error(0, ""));
      assertMessage(reading, "0: ");
      host.tookNothingElse(host.transfer());
      host.tookNothingElse(host.front());
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The client uses one socket for all packets of a transfer, on any free port, and closes it")
  @Hint("A read can end in several ways, and the socket must not outlive any of them.")
  void closes_its_socket_however_the_transfer_ends(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      TftpReading reading = host.asked(client, "good", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, text("well"));
      host.takesAck(1);
      Payloads.assertSame(text("well"), reading.content());
      awaitFree(host.client(), "a file was read");

      reading = host.asked(client, "bad", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, new byte[BLOCK_BYTES]);
      host.takesAck(1);
      host.sends(host.transfer(), Tftp.error(2, "Access violation"));
      reading.exception(TftpException.class);
      awaitFree(host.client(), "the server sent an ERROR");

      reading = host.asked(client, "silent", SHORT_MILLIS / 5, 1);
      reading.exception(SocketTimeoutException.class);
      awaitFree(host.client(), "the client gave up");
    }
  }

  @Test
  @Points(1)
  @Clause("if there is a NUL, the character 0, in the file's name; nothing is sent then")
  @Hint("What would the server take for the end of the name, and what for the mode?")
  void refuses_a_name_that_would_end_early(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (TftpHost host = new TftpHost(trace, addresses, SERVER)) {
      InetSocketAddress server = host.front().endpoint();
      for (String name : List.of("pass\0word", "\0", "notes\0netascii")) {
        assertThatIllegalArgumentException()
            .as("read of a file named %s", name.replace("\0", "<NUL>"))
            .isThrownBy(
                () ->
                    client.read(
                        server.getAddress().getHostAddress(), server.getPort(), name, 1, 1));
      }
      host.tookNothingElse(host.front());
      TftpReading reading = host.asked(client, "0", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, text("fine"));
      host.takesAck(1);
      Payloads.assertSame(text("fine"), reading.content());
    }
  }

  @Test
  @Points(1)
  @Clause("Block numbers have 16 bits and no sign.")
  @Hint("Where does a number of 16 bits get a sign in Java, and where does it end?")
  void block_numbers_go_from_65535_to_0(@Subject TftpClient client) {
    for (int block : new int[] {0, 1, 127, 255, 256, 511, 32_766, 32_767, 32_768, 65_534}) {
      assertThat(client.blockAfter(block)).as("blockAfter(%d)", block).isEqualTo(block + 1);
    }
    assertThat(client.blockAfter(65_535)).as("blockAfter(65535)").isZero();
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("the file's bytes, as many as all blocks had together; none for an empty file")
  @Hint("Each rule for what gets lost, doubled or late must hold while the others are at work.")
  void reads_a_file_over_a_network_that_loses_a_fifth(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    TftpFile file = TftpFile.random(seed, 5 * BLOCK_BYTES + 300);
    try (TftpHost host = new TftpHost(trace, addresses, SERVER);
        Relay relay =
            new Relay(
                trace,
                Tftp::describe,
                RelayScript.storm(seed, 20),
                addresses.host(3),
                addresses.host(4),
                host.front().endpoint())) {
      TftpReading reading =
          host.read(client, relay.entrance(), "storm", SHORT_MILLIS, ATTEMPTS_IN_A_STORM);
      host.takesRequest();
      int out = 1;
      host.sends(out, file.block(out));
      // A server without time-outs: what got lost comes again when the client repeats its part.
      while (!reading.isOver()) {
        boolean askedAgain = !host.drain(host.front()).isEmpty() && out == 1;
        byte[] came = reading.poll(host.transfer(), 10).map(Datagram::bytes).orElse(new byte[0]);
        boolean arrived = Arrays.equals(came, Tftp.ack(out));
        if (arrived) {
          out++;
        }
        boolean lost = askedAgain || Arrays.equals(came, Tftp.ack(out - 1));
        if (lost && out <= file.blocks()) {
          host.sends(out, file.block(out));
        }
      }
      file.assertIs(reading.content());
    }
  }

  /** Play a server that is asked for a file and sends it from one of its ports. */
  private static void serve(TftpHost host, UdpPeer from, TftpClient client, TftpFile file)
      throws Exception {
    TftpReading reading = host.asked(client, "file", CALM_MILLIS, CALM_ATTEMPTS);
    for (int block = 1; block <= file.blocks(); block++) {
      host.sends(from, Tftp.data(block, file.block(block)));
      host.takes(from, Tftp.ack(block));
    }
    file.assertIs(reading.content());
    host.tookNothingElse(host.front());
  }

  /** Require that something came no earlier than after so many time-outs. */
  private static void assertNotBefore(long nanoTime, long since, int timeouts, String what) {
    assertThat(TimeUnit.NANOSECONDS.toMillis(nanoTime - since))
        .as("%s, in ms; due after %d time-outs of %d ms", what, timeouts, SHORT_MILLIS)
        .isGreaterThanOrEqualTo(timeouts * SHORT_MILLIS - EARLY_MILLIS);
  }

  private static void assertGivesUp(TftpReading reading, long since, int attempts)
      throws InterruptedException {
    reading.exception(SocketTimeoutException.class, GIVES_UP_MILLIS);
    long now = System.nanoTime();
    assertNotBefore(now, since, attempts, "gave up");
    assertThat(TimeUnit.NANOSECONDS.toMillis(now - since))
        .as("ms until it gave up; %d attempts of %d ms", attempts, SHORT_MILLIS)
        .isLessThan(GIVES_UP_MILLIS);
  }

  private static void assertMessage(TftpReading reading, String message)
      throws InterruptedException {
    assertThat(reading.exception(TftpException.class).getMessage())
        .as("message of the TftpException")
        .isEqualTo(message);
  }

  /** Wait until a port of the client's can be bound; a socket opened by chance may be on it. */
  private static void awaitFree(InetSocketAddress endpoint, String when)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UdpPeer.PATIENCE_MILLIS);
    while (true) {
      try {
        new DatagramSocket(endpoint).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(
              "the client's socket at %s is still open, when %s".formatted(endpoint, when), taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
