package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.TftpPackets.BLOCK_BYTES;
import static firsthop.grader.exams.udp.UdpPayloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.LongestGap;
import firsthop.grader.network.MeasuredWait;
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
 * The hidden tests of exercise 2.5. The test plays the server packet by packet, because no library
 * has a TFTP server. In tests without losses, the time-out is longer than the test waits. In tests
 * of time-outs, a client may be late but never early.
 */
@Exam(TftpClient.class)
class TftpClientExam {
  /** A time-out that does not pass while a test runs as expected. */
  private static final int CALM_MILLIS = 2_000;

  /** One more than needed: only one test checks a client that gives up too early. */
  private static final int CALM_ATTEMPTS = 2;

  /** A time-out that passes in a test. */
  private static final int SHORT_MILLIS = 100;

  /** A time-out that passes in a test, and that is long enough for a busy machine. */
  private static final int LONG_MILLIS = 200;

  /** The limit in milliseconds for a test that measures several waits. */
  private static final int SOME_WAITS = 6_000;

  /** The time between two packets that the client must not count. */
  private static final int BETWEEN_PACKETS_MILLIS = 12;

  /** A slow machine may interrupt these packets in one try, but not in each of several tries. */
  private static final int NOISY_TRIES = 4;

  /** More calls than there are garbage collections in a test that runs alone. */
  private static final int FORGETFUL_READS = 3;

  /** The tolerance for clocks that count whole milliseconds: one for each time-out. */
  private static final int EARLY_MILLIS = 10;

  /** The limit for a client to give up; on an idle machine it takes a fifth of it. */
  private static final int GIVES_UP_MILLIS = 2_500;

  /** More than enough: the relay loses at most three packets of a kind in a row. */
  private static final int ATTEMPTS_IN_A_STORM = 20;

  private static final int SERVER = 1;
  private static final int STRANGER = 2;

  @Test
  @Points(1)
  @Clause("RRQ 00 01 name, in ASCII 00 \"octet\", in lower case 00")
  @Hint(
      "A request has an opcode and two texts, the name and the mode. A zero byte ends each"
          + " of them.")
  void asks_for_the_file_by_its_name_in_octet_mode(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      for (String file : List.of("notes", "pub/On the line.txt", "a".repeat(200))) {
        byte[] content = text("this is " + file);
        TftpReadCall reading = host.read(client, file, CALM_MILLIS, CALM_ATTEMPTS);
        host.takes(host.front(), TftpPackets.request(TftpPackets.READ_REQUEST, file, "octet"));
        host.sends(1, content);
        host.takesAck(1);
        UdpPayloads.assertSame(content, reading.content());
      }
    }
  }

  @Test
  @Points(1)
  @Clause("The first DATA with fewer than 512 bytes, possibly with 0 bytes, is the last one.")
  @Hint("Only a block of fewer than 512 bytes ends the file. An empty block is such a block too.")
  void reads_up_to_the_first_block_that_is_not_full(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      for (int length : new int[] {700, 0, 511, 512, 1_025, 1_024, 1}) {
        serve(host, host.transfer(), client, TftpFile.random(seed, length));
      }
    }
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause("Each call returns a new array.")
  @Hint("The caller may change the array that it gets. Return a new one from each call.")
  void arrays_belong_to_the_caller(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 600);
      for (int call = 0; call < 2; call++) {
        serve(host, host.transfer(), client, file);
        serve(host, host.transfer(), client, TftpFile.random(seed, 0));
      }
      serve(host, host.transfer(), client, TftpFile.random(seed, 40));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The first DATA 1 from the host asked, from any of its ports, sets the server's"
        + " transfer identifier (TID): the address and port that this DATA 1 came from.",
    "Every ACK goes to the server's TID."
  })
  @Hint(
      "Send each ACK to the address and port that the first DATA came from. This may be"
          + " another port than the one that was asked.")
  void acknowledges_where_the_first_data_came_from(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER);
        FakeTftpServer another = new FakeTftpServer(trace, addresses, STRANGER)) {
      TftpFile file = TftpFile.random(seed, 600);
      // From a new port, from the port that was asked, and from a new port of another host.
      serve(host, host.transfer(), client, file);
      serve(host, host.front(), client, file);
      serve(another, another.anotherPort(), client, file);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "After the request and after each ACK, except the last one, the client waits for the"
          + " next block. If it does not come within the time-out, the same packet is sent"
          + " again, byte for byte, and the next time-out begins. All time-outs have the same"
          + " length.")
  @Hint("The request can be lost, and so can its repeats. Send it again after each time-out.")
  void sends_the_request_again_after_each_time_out(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      byte[] content = text("worth to be asked for three times");
      TftpReadCall reading = host.read(client, "thrice", SHORT_MILLIS, 8);
      byte[] request = host.takesRequest();
      for (int timeouts = 1; timeouts <= 2; timeouts++) {
        Datagram again = host.takes(host.front(), request);
        assertNotBefore(
            again.nanoTime(),
            reading.startNanos(),
            timeouts,
            SHORT_MILLIS,
            "the request was sent again");
      }
      host.sends(1, content);
      host.takesAck(1);
      UdpPayloads.assertSame(content, reading.content());
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("Each new block restarts the count: its ACK may be sent attempts times again.")
  @Hint(
      "Once a block has come, repeat its acknowledgement, not the request. With each new"
          + " block the count of sends starts again.")
  void repeats_each_acknowledgement_and_counts_anew_for_it(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 4 * BLOCK_BYTES + 1);
      TftpReadCall reading = host.read(client, "holes", LONG_MILLIS, 5);
      host.takes(host.front(), host.takesRequest());
      for (int block = 1; block < file.blocks(); block++) {
        long sent = System.nanoTime();
        host.sends(block, file.block(block));
        // The first ACK is lost. The client cannot know whether the ACK or the DATA was lost.
        host.takesAtLast(host.transfer(), TftpPackets.ack(block));
        Datagram again = host.takes(host.transfer(), TftpPackets.ack(block));
        assertNotBefore(again.nanoTime(), sent, 1, LONG_MILLIS, "ACK " + block + " was sent again");
      }
      host.sends(file.blocks(), file.block(file.blocks()));
      host.takesAtLast(host.transfer(), TftpPackets.ack(file.blocks()));
      file.assertIs(reading.content());
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_WAITS)
  @Points(1)
  @Clause({
    "A packet is sent at most attempts times in all. When the time-out after the last send"
        + " has passed too, read throws a java.net.SocketTimeoutException.",
    "All time-outs have the same length."
  })
  @Hint(
      "The last send has a time-out too. All time-outs have the same length, and the first"
          + " send is one of the attempts.")
  void gives_up_when_the_last_attempt_has_had_its_time(
      @Subject TftpClient client,
      @Subject TftpClient other,
      PacketTrace trace,
      AddressPlan addresses)
      throws Exception {
    try (FakeTftpServer mute = new FakeTftpServer(trace, addresses, SERVER);
        FakeTftpServer falling = new FakeTftpServer(trace, addresses, STRANGER)) {
      TftpReadCall ofMute = mute.read(client, "never", SHORT_MILLIS, 5);
      // On a busy machine a second request may come first, which does no harm.
      TftpReadCall ofFalling = falling.asked(other, "half", SHORT_MILLIS, 4);
      long sent = System.nanoTime();
      falling.sends(1, new byte[BLOCK_BYTES]);
      assertGivesUp(ofFalling, sent, 4, SHORT_MILLIS);
      assertGivesUp(ofMute, ofMute.startNanos(), 5, SHORT_MILLIS);
      assertThat(mute.drain(mute.front()))
          .as("packets to a server that sends nothing, with 5 attempts")
          .hasSize(5)
          .allMatch(what -> what.startsWith("RRQ "));
      assertThat(falling.drain(falling.transfer()))
          .as("packets to a server that sends nothing after block 1, with 4 attempts")
          .containsExactly("ACK 1", "ACK 1", "ACK 1", "ACK 1");
      MeasuredWait.assertNeverShort(
          "a read with 2 attempts of %d ms".formatted(LONG_MILLIS),
          2 * LONG_MILLIS,
          2,
          () -> unansweredMillis(mute, client));
    }
  }

  @Test
  @Points(2)
  @Clause("It is acknowledged again at once and not kept a second time.")
  @Hint(
      "When an ACK is lost, the server sends the same block again. Acknowledge it again at"
          + " once, and do not store it again.")
  void acknowledges_the_last_block_again_and_keeps_it_once(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 3 * BLOCK_BYTES + 80);
      TftpReadCall reading = host.asked(client, "twice", CALM_MILLIS, CALM_ATTEMPTS);
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
    "This extra ACK does not restart the time-out or the count of sends, and it does not"
        + " count as a send.",
    "Of the packets that arrive, only the next block or an ERROR that ends the transfer"
        + " ends the wait for the next block. All other packets make this wait neither longer"
        + " nor shorter."
  })
  @Hint(
      "Other packets must not restart the time-out, and must not count as attempts. Use a"
          + " deadline that is set when you send.")
  void other_packets_make_the_wait_neither_longer_nor_shorter(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    byte[] block = TftpFile.random(seed, BLOCK_BYTES).block(1);
    boolean noisy = false;
    for (int tries = 0; tries < NOISY_TRIES && !noisy; tries++) {
      try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
        UdpPeer stranger = host.peer("stranger", addresses.host(STRANGER), 0);
        TftpReadCall reading = host.asked(client, "stuck", LONG_MILLIS, 2);
        long sent = System.nanoTime();
        host.sends(1, block);
        LongestGap withoutBlock = new LongestGap();
        for (int turn = 0; !reading.isOver(); turn++) {
          if (System.nanoTime() - sent > TimeUnit.MILLISECONDS.toNanos(GIVES_UP_MILLIS)) {
            throw reading.failure(
                "with 2 attempts of %d ms, and after %d packets other than block 2, %s"
                    .formatted(LONG_MILLIS, turn, reading.state()));
          }
          switch (turn % 3) {
            case 0 -> {
              host.sends(1, block);
              withoutBlock.end();
            }
            case 1 -> host.sends(stranger, TftpPackets.data(2, block));
            default -> host.sends(7, block);
          }
          reading.poll(host.transfer(), BETWEEN_PACKETS_MILLIS);
        }
        noisy = withoutBlock.isBelow(LONG_MILLIS);
        assertGivesUp(reading, sent, 2, LONG_MILLIS);
      }
    }
  }

  @Test
  @Points(1)
  @Clause(
      "Everything else is ignored without an answer: a DATA with any other number and,"
          + " before the TID is set, every packet that is neither DATA 1 nor an ERROR.")
  @Hint(
      "Keep only the block with the next number. Acknowledge again only the block that was"
          + " acknowledged last. Ignore all other numbers.")
  void ignores_blocks_that_are_neither_next_nor_last(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, 3 * BLOCK_BYTES + 5);
      TftpReadCall reading = host.asked(client, "jumble", CALM_MILLIS, CALM_ATTEMPTS);
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
        // On one host UDP keeps the order between two sockets: an answer would come before this.
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
    "A packet from a stranger is answered with ERROR 5, with a text of your choice. If the"
        + " packet is itself an ERROR, it is not answered.",
    "Before the TID is set, every host other than the one asked is a stranger. Afterwards,"
        + " every sender with another address or another port than the TID is a stranger, even"
        + " the port that was asked."
  })
  @Hint(
      "A stranger gets ERROR 5, at the address and port that it sent from. Never answer an"
          + " ERROR.")
  void answers_strangers_with_an_error_but_never_an_error(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, BLOCK_BYTES + 9);
      UdpPeer foreign =
          host.peer("foreign", addresses.host(STRANGER), host.transfer().endpoint().getPort());
      UdpPeer doubled = host.anotherPort();
      TftpReadCall reading = host.asked(client, "mine", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(foreign, TftpPackets.error(1, "File not found"));
      host.sends(foreign, TftpPackets.data(1, file.block(1)));
      host.takesRefusal(foreign);
      host.sends(1, file.block(1));
      host.takesAck(1);
      for (UdpPeer stranger : List.of(doubled, foreign, host.front())) {
        host.sends(stranger, TftpPackets.error(0, "who is there?"));
        host.sends(stranger, TftpPackets.data(1, file.block(1)));
        host.takesRefusal(stranger);
        host.sends(stranger, TftpPackets.data(2, file.block(2)));
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
  @Clause("In both cases it changes nothing else.")
  @Hint(
      "Compare both the address and the port of the sender before you look into a packet. A"
          + " stranger's ERROR does not end the transfer.")
  void takes_nothing_from_strangers(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpFile file = TftpFile.random(seed, BLOCK_BYTES + 9);
      int tid = host.transfer().endpoint().getPort();
      UdpPeer foreign = host.peer("foreign", addresses.host(STRANGER), tid);
      UdpPeer doubled = host.anotherPort();
      TftpReadCall reading = host.asked(client, "mine", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(foreign, TftpPackets.data(1, text("of another host")));
      host.sends(foreign, TftpPackets.error(1, "File not found"));
      for (int block = 1; block <= file.blocks(); block++) {
        host.sends(block, file.block(block));
        host.takesAck(block);
        if (block < file.blocks()) {
          host.sends(foreign, TftpPackets.data(block + 1, text("of another host")));
          host.sends(doubled, TftpPackets.data(block + 1, text("of another port")));
          host.sends(foreign, TftpPackets.error(0, "of another host"));
          host.sends(doubled, TftpPackets.error(0, "of another port"));
        }
      }
      file.assertIs(reading.content());
    }
  }

  @Test
  @Points(1)
  @Clause({
    "An ERROR from the server's TID ends the transfer with a TftpException. Before the TID"
        + " is set, an ERROR from any port of the host asked does the same. Such an ERROR is"
        + " not answered.",
    "the message is the code, from 0 to 65535 in decimal, a colon, a space and the text,"
        + " such as 1: File not found"
  })
  @Hint(
      "Read the code without a sign, and the text up to its zero byte. An ERROR may come"
          + " before the first block or later.")
  void an_error_of_the_server_ends_the_transfer(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpReadCall reading = host.asked(client, "none", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(host.front(), TftpPackets.error(1, "No such file"));
      assertMessage(reading, "1: No such file");

      reading = host.asked(client, "secret", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(host.transfer(), TftpPackets.error(0xC002, "Not for you: go away"));
      assertMessage(reading, "49154: Not for you: go away");

      reading = host.asked(client, "broken", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, new byte[BLOCK_BYTES]);
      host.takesAck(1);
      host.sends(host.transfer(), TftpPackets.error(0, ""));
      assertMessage(reading, "0: ");
      host.tookNothingElse(host.transfer());
      host.tookNothingElse(host.front());
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The client uses one socket for all packets of a transfer, on any free port. It"
          + " closes the socket in every case, whether read returns or throws.")
  @Hint(
      "Close the socket in every case: the file is read, the server sent an ERROR, or the"
          + " client gave up.")
  void closes_its_socket_however_the_transfer_ends(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
      TftpReadCall reading = host.asked(client, "good", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, text("well"));
      host.takesAck(1);
      UdpPayloads.assertSame(text("well"), reading.content());
      awaitFree(host.client(), "reading a file");

      reading = host.asked(client, "bad", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, new byte[BLOCK_BYTES]);
      host.takesAck(1);
      host.sends(host.transfer(), TftpPackets.error(2, "Access violation"));
      reading.exception(TftpException.class);
      awaitFree(host.client(), "an ERROR from the server");

      // A garbage collection closes a forgotten socket. It can do so once, but not in every read.
      for (int forgotten = 0; forgotten < FORGETFUL_READS; forgotten++) {
        reading = host.asked(client, "silent", SHORT_MILLIS / 5, 1);
        reading.exception(SocketTimeoutException.class);
        awaitFree(host.client(), "the last time-out");
      }
    }
  }

  @Test
  @Points(1)
  @Clause("if the file's name contains a NUL (the character 0); then nothing is sent")
  @Hint(
      "A zero byte in the name would end the name, and the rest would be read as the mode."
          + " Refuse such a name before you send anything.")
  void refuses_a_name_that_would_end_early(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses) throws Exception {
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER)) {
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
      TftpReadCall reading = host.asked(client, "0", CALM_MILLIS, CALM_ATTEMPTS);
      host.sends(1, text("fine"));
      host.takesAck(1);
      UdpPayloads.assertSame(text("fine"), reading.content());
    }
  }

  @Test
  @Points(1)
  @Clause("Block numbers have 16 bits and no sign.")
  @Hint(
      "Count in an int: a short becomes negative after 32767. After 65535 the count goes on"
          + " with 0.")
  void block_numbers_go_from_65535_to_0(@Subject TftpClient client) {
    for (int block : new int[] {0, 1, 127, 255, 256, 511, 32_766, 32_767, 32_768, 65_534}) {
      assertThat(client.blockAfter(block)).as("blockAfter(%d)", block).isEqualTo(block + 1);
    }
    assertThat(client.blockAfter(65_535)).as("blockAfter(65535)").isZero();
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("the bytes of the file, from all its blocks together; an empty array for an empty file")
  @Hint(
      "Lost, late and duplicated packets come together here. Test the rule for each of them"
          + " alone, then all rules together.")
  void reads_a_file_over_a_network_that_loses_a_fifth(
      @Subject TftpClient client, PacketTrace trace, AddressPlan addresses, Seed seed)
      throws Exception {
    TftpFile file = TftpFile.random(seed, 5 * BLOCK_BYTES + 300);
    try (FakeTftpServer host = new FakeTftpServer(trace, addresses, SERVER);
        Relay relay =
            new Relay(
                trace,
                TftpPackets::describe,
                RelayScript.storm(seed, 20),
                addresses.host(3),
                addresses.host(4),
                host.front().endpoint())) {
      TftpReadCall reading =
          host.read(client, relay.entrance(), "storm", SHORT_MILLIS, ATTEMPTS_IN_A_STORM);
      host.takesRequest();
      int out = 1;
      host.sends(out, file.block(out));
      // A server without time-outs: it sends a lost block again when the client repeats its packet.
      while (!reading.isOver()) {
        boolean askedAgain = !host.drain(host.front()).isEmpty() && out == 1;
        byte[] came = reading.poll(host.transfer(), 10).map(Datagram::bytes).orElse(new byte[0]);
        boolean arrived = Arrays.equals(came, TftpPackets.ack(out));
        if (arrived) {
          out++;
        }
        boolean lost = askedAgain || Arrays.equals(came, TftpPackets.ack(out - 1));
        if (lost && out <= file.blocks()) {
          host.sends(out, file.block(out));
        }
      }
      file.assertIs(reading.content());
    }
  }

  /** Plays a server that gets a request and sends the file from one of its ports. */
  private static void serve(FakeTftpServer host, UdpPeer from, TftpClient client, TftpFile file)
      throws Exception {
    TftpReadCall reading = host.asked(client, "file", CALM_MILLIS, CALM_ATTEMPTS);
    for (int block = 1; block <= file.blocks(); block++) {
      host.sends(from, TftpPackets.data(block, file.block(block)));
      host.takes(from, TftpPackets.ack(block));
    }
    file.assertIs(reading.content());
    host.tookNothingElse(host.front());
  }

  /** Fails if something happened before this number of time-outs had passed. */
  private static void assertNotBefore(
      long nanoTime, long since, int timeouts, int timeoutMillis, String what) {
    assertThat(TimeUnit.NANOSECONDS.toMillis(nanoTime - since))
        .as("ms until %s; expected after %d time-outs of %d ms", what, timeouts, timeoutMillis)
        .isGreaterThanOrEqualTo(timeouts * timeoutMillis - EARLY_MILLIS);
  }

  /** Returns the milliseconds that a read with 2 attempts takes without an answer. */
  private static long unansweredMillis(FakeTftpServer mute, TftpClient client)
      throws InterruptedException {
    TftpReadCall reading = mute.read(client, "never", LONG_MILLIS, 2);
    reading.exception(SocketTimeoutException.class);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - reading.startNanos());
  }

  private static void assertGivesUp(
      TftpReadCall reading, long since, int attempts, int timeoutMillis)
      throws InterruptedException {
    reading.exception(SocketTimeoutException.class, GIVES_UP_MILLIS);
    long now = System.nanoTime();
    assertNotBefore(now, since, attempts, timeoutMillis, "read gave up");
    assertThat(TimeUnit.NANOSECONDS.toMillis(now - since))
        .as("ms until read gave up, with %d attempts of %d ms", attempts, timeoutMillis)
        .isLessThan(GIVES_UP_MILLIS);
  }

  private static void assertMessage(TftpReadCall reading, String message)
      throws InterruptedException {
    assertThat(reading.exception(TftpException.class).getMessage())
        .as("message of the TftpException")
        .isEqualTo(message);
  }

  /** Waits until a port of the client is free; another socket may have it for a moment. */
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
              "the client's socket at %s is still open after %s".formatted(endpoint, when), taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
