package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.network.Direction;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.LongestGap;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.PathAction;
import firsthop.grader.network.RelayScript;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.TftpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The hidden tests of exercise 2.6. Tests that only check the contents of a file use the client of
 * commons-net. Tests of single packets and their times use {@link FakeTftpClient}. Only one test
 * uses port 0.
 */
@Exam(TftpServer.class)
class TftpServerExam {
  private static final String LOCAL = "127.0.0.1";
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  /** How much earlier a time-out may pass by the clock of the candidate than by this clock. */
  private static final long CLOCKS_DIFFER_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** A slow machine may interrupt the noise of one try, but not of each of several tries. */
  private static final int NOISY_TRIES = 4;

  @Test
  @RunsInParallel
  @Points(2)
  @Clause({
    "A read request for one of the files, in the mode octet, starts a transfer.",
    "The name of the file must match exactly, including upper and lower case"
  })
  @Hint(
      "Send the bytes of a file unchanged; do not turn them into text. A name is a key of"
          + " the map, not a path.")
  void serves_each_file_under_its_exact_name(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("motd", trial.letters(1_300));
    files.put("Motd", trial.letters(5));
    files.put("etc/motd", trial.letters(513));
    files.put("read me", trial.letters(700));
    files.put("m".repeat(400), trial.letters(100));
    files.put("raw", everyByte());
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    files.forEach((name, file) -> trial.download(name, file, at));
    try (FakeTftpClient reader = trial.reader(2, at, new byte[0])) {
      for (String unknown : List.of("MOTD", "motd ", " motd", "/etc/motd", "./motd", "read")) {
        reader.ask(unknown);
        reader.error(1);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "The last block of a file has fewer than 512 bytes.",
    "a file of n × 512 bytes ends with an empty block, and an empty file is one empty" + " block."
  })
  @Hint(
      "Only a block that is not full marks the end. If the file ends with a full block, an"
          + " empty block must follow.")
  void ends_each_file_with_a_block_that_is_not_full(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    int[] sizes = {0, 1, 511, 512, 513, 1_024, 1_535};
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int size : sizes) {
      files.put(size + " bytes", trial.letters(size));
    }
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    List<FakeTftpClient> readers = new ArrayList<>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        FakeTftpClient reader = trial.reader(1, at, file.getValue());
        readers.add(reader);
        reader.begin(file.getKey());
        reader.ack(1);
        for (int block = 2;
            block <= file.getValue().length / TftpPackets.BLOCK_BYTES + 1;
            block++) {
          reader.block(block);
          reader.ack(block);
        }
      }
      for (FakeTftpClient reader : readers) {
        reader.silence(FakeTftpClient.AT_ONCE_MILLIS / sizes.length);
      }
    } finally {
      readers.forEach(FakeTftpClient::close);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "the number has 16 bits and no sign, so 65535 is followed by 0",
    "Transfers number their blocks like this."
  })
  @Hint("Count in an int: a byte and a short become negative too early. After 65535 comes 0.")
  void counts_blocks_with_16_bits(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    int[] blocks = {0, 1, 126, 127, 128, 254, 255, 256, 32_766, 32_767, 32_768, 65_534};
    for (int block : blocks) {
      assertThat(server.blockAfter(block)).as("blockAfter(%s)", block).isEqualTo(block + 1);
    }
    assertThat(server.blockAfter(65_535)).as("blockAfter(65535)").isZero();
    byte[] file = trial.letters(300 * TftpPackets.BLOCK_BYTES + 7);
    trial.download("motd", file, trial.serve(server, file));
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("Each transfer has its own new port, at the same address as the server.")
  @Hint(
      "Bind the socket of a transfer to the address of the server, and to a port that the"
          + " system chooses.")
  void sends_each_transfer_from_a_new_port_of_its_address(
      @Subject TftpServer here,
      @Subject TftpServer there,
      @Subject TftpServer everywhere,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(600);
    Map<String, byte[]> files = Map.of("motd", file);
    // The same port at two addresses: this works only if each server binds one address.
    int port = FreePort.udp(addresses);
    String another = addresses.host(1).getHostAddress();
    List<InetSocketAddress> asked =
        List.of(
            trial.start(here, LOCAL, port, files),
            trial.start(there, another, port, files),
            trial.start(everywhere, "0.0.0.0", FreePort.udp(addresses), files));
    for (InetSocketAddress at : asked) {
      try (FakeTftpClient one = trial.reader(2, at, file);
          FakeTftpClient other = trial.reader(2, at, file)) {
        one.begin("motd");
        InetSocketAddress first = one.transfer();
        other.begin("motd");
        one.ack(1);
        one.block(2);
        assertThat(List.of(first.getAddress(), other.transfer().getAddress()))
            .as("source addresses of the two transfers of the server at %s", at)
            .containsOnly(at.getAddress());
        assertThat(List.of(at.getPort(), first.getPort(), other.transfer().getPort()))
            .as("the ports of the server and of its two transfers")
            .doesNotHaveDuplicates();
        assertThat(one.transfer()).as("source of DATA 2, compared with DATA 1").isEqualTo(first);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(2)
  @Clause("Any number of transfers run at the same time, and none waits for another.")
  @Hint(
      "Two clients may have the same port at different addresses. While one transfer waits,"
          + " requests and other transfers must go on.")
  void serves_many_clients_at_once(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      files.put("file " + i, trial.letters(3 * TftpPackets.BLOCK_BYTES + 10 * i));
    }
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    // The same port at three addresses, and other ports at the first address.
    int shared = FreePort.udp(addresses);
    List<FakeTftpClient> readers = new ArrayList<>();
    try {
      for (int i = 0; i < files.size(); i++) {
        readers.add(
            trial.reader(i < 3 ? i + 1 : 1, i < 3 ? shared : 0, at, files.get("file " + i)));
      }
      FakeTftpClient slow = readers.get(0);
      slow.begin("file 0");
      List<Integer> others = new ArrayList<>(IntStream.range(1, files.size()).boxed().toList());
      for (int i : others) {
        readers.get(i).ask("file " + i);
      }
      for (int block = 1; block <= 4; block++) {
        Collections.shuffle(others, new Random(seed.value()));
        for (int i : others) {
          readers.get(i).block(block);
        }
        for (int i : others) {
          readers.get(i).ack(block);
        }
      }
      slow.ack(1);
      slow.block(2);
    } finally {
      readers.forEach(FakeTftpClient::close);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "All other requests are refused. They are checked in this order:",
    "a write request gets ERROR 2, whatever else it contains.",
    "a file that the server does not have gets ERROR 1."
  })
  @Hint(
      "Check the opcode first, then the mode, then the file. Each kind of refusal has its"
          + " own error code.")
  void refuses_by_opcode_then_by_mode_then_by_file(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(20);
    InetSocketAddress at = trial.serve(server, file);
    try (FakeTftpClient reader = trial.reader(1, at, file)) {
      for (byte[] write :
          List.of(
              TftpPackets.request(TftpPackets.WRITE_REQUEST, "motd", "octet"),
              TftpPackets.request(TftpPackets.WRITE_REQUEST, "new", "octet"),
              TftpPackets.request(TftpPackets.WRITE_REQUEST, "motd", "netascii"),
              TftpPackets.request(TftpPackets.WRITE_REQUEST, "motd"),
              TftpPackets.request(TftpPackets.WRITE_REQUEST))) {
        reader.ask(write);
        reader.error(2);
      }
      for (byte[] illegal :
          List.of(
              TftpPackets.request(0, "motd", "octet"),
              TftpPackets.request(6, "motd", "octet"),
              TftpPackets.request(0x0101, "motd", "octet"),
              TftpPackets.request(0x0102, "motd", "octet"),
              TftpPackets.data(1, file),
              TftpPackets.ack(0),
              TftpPackets.request(TftpPackets.READ_REQUEST, "motd", "netascii"),
              TftpPackets.request(TftpPackets.READ_REQUEST, "none", "mail"),
              TftpPackets.request(TftpPackets.READ_REQUEST, "motd"),
              TftpPackets.request(TftpPackets.READ_REQUEST),
              new byte[] {0, TftpPackets.READ_REQUEST, 'm', 'o', 't', 'd'})) {
        reader.ask(illegal);
        reader.error(4);
      }
      reader.ask("none");
      reader.error(1);
      reader.begin("motd");
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "the case of the mode does not matter",
    "Options that follow the mode (RFC 2347) are ignored, as if they were not there.",
    "any mode other than octet gets ERROR 4."
  })
  @Hint(
      "Read two texts, the name and the mode, and ignore all texts after them. Compare the"
          + " mode without regard to case, but completely.")
  void takes_the_mode_in_any_case_and_ignores_options(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(600);
    InetSocketAddress at = trial.serve(server, file);
    for (String[] request :
        new String[][] {
          {"motd", "OCTET"},
          {"motd", "ocTet"},
          {"motd", "octet", "blksize", "1428"},
          {"motd", "Octet", "tsize", "0", "timeout", "9", "windowsize", "4"},
          {"motd", "octet", "blksize"}
        }) {
      try (FakeTftpClient reader = trial.reader(1, at, file)) {
        reader.ask(TftpPackets.request(TftpPackets.READ_REQUEST, request));
        reader.block(1);
        reader.ack(1);
        reader.block(2);
      }
    }
    try (FakeTftpClient reader = trial.reader(2, at, file)) {
      for (String mode : List.of("octets", "octe", "octet ", "", "netascii", "0CTET")) {
        reader.ask(TftpPackets.request(TftpPackets.READ_REQUEST, "motd", mode));
        reader.error(4);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "an ERROR is never answered, and a datagram of fewer than 2 bytes is never answered.",
    "An ERROR from the client ends the transfer. It gets no answer.",
    "A datagram of fewer than 2 bytes from the client changes nothing."
  })
  @Hint(
      "Never answer an ERROR or a datagram of fewer than 2 bytes. An ERROR from the client"
          + " ends its transfer, and no other transfer.")
  void an_error_ends_its_transfer_and_is_never_answered(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    int timeoutMillis = 100;
    byte[] file = trial.letters(2 * TftpPackets.BLOCK_BYTES);
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 40);
    try (FakeTftpClient reader = trial.reader(1, at, file);
        FakeTftpClient other = trial.reader(1, at, file)) {
      List<byte[]> mute =
          List.of(
              TftpPackets.error(0, "no reason"),
              TftpPackets.error(5, ""),
              new byte[0],
              new byte[] {0});
      for (byte[] unanswered : mute) {
        reader.ask(unanswered);
      }
      reader.begin("motd");
      other.begin("motd");
      reader.tell(new byte[0]);
      reader.tell(new byte[] {0});
      reader.ack(1);
      reader.blockAfterCopies(2);
      reader.tell(TftpPackets.error(3, "disk full"));
      // A copy that was sent before the ERROR arrived may still come.
      reader.fallSilent(3 * timeoutMillis);
      reader.ack(2);
      reader.silence();
      other.ack(1);
      other.blockAfterCopies(2);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "When timeoutMillis have passed since a block was sent, and its ACK has not come, the"
        + " same packet is sent again.",
    "When the last block has been acknowledged, the transfer ends."
  })
  @Hint(
      "The server cannot know whether the block or its ACK was lost. In both cases it sends"
          + " the block again after the time-out.")
  void sends_a_lost_block_again(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(6 * TftpPackets.BLOCK_BYTES + 99);
    InetSocketAddress at = trial.serve(server, file, 250, 4);
    RelayScript script =
        RelayScript.calm()
            .when(Direction.TO_CLIENT, "DATA 1", 1, PathAction.LOST)
            .when(Direction.TO_SERVER, "ACK 2", 1, PathAction.LOST)
            .when(Direction.TO_CLIENT, "DATA 3", 1, PathAction.TWICE)
            .when(Direction.TO_CLIENT, "DATA 4", 1, PathAction.LOST)
            .when(Direction.TO_SERVER, "ACK 5", 1, PathAction.TWICE)
            .when(Direction.TO_SERVER, "ACK 6", 1, PathAction.late(30))
            .when(Direction.TO_CLIENT, "DATA 7", 1, PathAction.LOST);
    trial.download("motd", file, at, script);
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "Without an ACK, a block is sent attempts times in all, and each block has its own"
          + " count.")
  @Hint("Many packets are lost here. The count of sends starts again with each block.")
  void delivers_a_file_through_a_storm(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(5 * TftpPackets.BLOCK_BYTES + 99);
    InetSocketAddress at = trial.serve(server, file, 100, 20);
    // The client does not repeat its request.
    RelayScript script =
        RelayScript.storm(seed, 20).when(Direction.TO_SERVER, "RRQ", 0, PathAction.PASSES);
    trial.download("motd", file, at, script);
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Without an ACK, a block is sent attempts times in all, and each block has its own" + " count.",
    "All time-outs have the same length.",
    "When the last time-out has passed too, the transfer ends and sends nothing more."
  })
  @Hint(
      "The first send of a block is one of its attempts. Each block has its own count, and"
          + " all time-outs have the same length.")
  void gives_up_after_so_many_sends_of_a_block(
      @Subject TftpServer server,
      @Subject TftpServer steady,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    int timeoutMillis = 200;
    byte[] file = trial.letters(3 * TftpPackets.BLOCK_BYTES);
    InetSocketAddress three = trial.serve(server, file, timeoutMillis, 3);
    InetSocketAddress seven = trial.serve(steady, file, timeoutMillis, 7);
    try (FakeTftpClient reader = trial.reader(1, three, file);
        FakeTftpClient mute = trial.reader(1, seven, file)) {
      mute.ask("motd");
      long asked = reader.begin("motd");
      assertNotBefore(asked, timeoutMillis, reader.block(1));
      long acknowledged = reader.ack(1);
      reader.blockAfterCopies(2);
      assertNotBefore(acknowledged, timeoutMillis, reader.block(2));
      assertNotBefore(acknowledged, 2 * timeoutMillis, reader.block(2));
      // A server that is late could still take an ACK that comes too early.
      reader.silence(5 * timeoutMillis);
      reader.ack(2);
      reader.silence();
      reader.begin("motd");
      // By now all seven have come. With time-outs that double, the last would come much later.
      for (int sent = 1; sent <= 7; sent++) {
        mute.block(1);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Only the ACK of the current block counts.",
    "such as an ACK that comes a second time, changes nothing: nothing is sent"
  })
  @Hint(
      "If a repeated ACK makes you send a block again, every packet after it is sent twice."
          + " Only the ACK of the current block counts.")
  void a_duplicate_ack_sends_nothing(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(4 * TftpPackets.BLOCK_BYTES + 1);
    InetSocketAddress at = trial.serve(server, file);
    try (FakeTftpClient reader = trial.reader(1, at, file)) {
      reader.begin("motd");
      for (int ack : new int[] {0, 2, 3, 257, 65_535}) {
        reader.ack(ack);
      }
      reader.silence();
      for (int block = 1; block < 5; block++) {
        reader.ack(block);
        reader.ack(block);
        reader.block(block + 1);
        reader.ack(block - 1);
      }
      reader.ack(4);
      reader.silence();
      reader.ack(5);
      reader.ack(5);
      reader.silence();
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "such as an ACK that comes a second time, changes nothing: nothing is sent",
    "neither the time-out nor the count of attempts is restarted."
  })
  @Hint(
      "Each receive starts a time-out of its own. Set a deadline when you send a block, and"
          + " wait only until then.")
  void a_duplicate_ack_restarts_nothing(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    int timeoutMillis = 250;
    byte[] file = trial.letters(2 * TftpPackets.BLOCK_BYTES + 9);
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 4);
    boolean noisy = false;
    for (int tries = 0; tries < NOISY_TRIES && !noisy; tries++) {
      try (FakeTftpClient reader = trial.reader(1, at, file)) {
        reader.begin("motd");
        long acknowledged = reader.ack(1);
        reader.blockAfterCopies(2);
        LongestGap silence = new LongestGap();
        long again = reader.blockAmid(2, silence, () -> reader.ack(1));
        assertNotBefore(acknowledged, timeoutMillis, again);
        noisy = silence.isBelow(timeoutMillis);
        reader.ack(2);
        reader.blockAfterCopies(3);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Such a packet gets ERROR 5, from the port of the transfer, and changes nothing, not"
        + " even the time-out.",
    "If it is an ERROR or has fewer than 2 bytes, it changes nothing and gets no answer."
  })
  @Hint(
      "Compare the address and the port of the sender before you look into the packet. A"
          + " stranger's packet changes nothing.")
  void a_stranger_gets_an_error_and_changes_nothing(
      @Subject TftpServer server,
      @Subject TftpServer hasty,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(2 * TftpPackets.BLOCK_BYTES + 9);
    InetSocketAddress at = trial.serve(server, file);
    int shared = FreePort.udp(addresses);
    int timeoutMillis = 250;
    InetSocketAddress soon = trial.serve(hasty, file, timeoutMillis, 4);
    try (FakeTftpClient reader = trial.reader(1, shared, at, file);
        FakeTftpClient port = trial.reader(1, at, file);
        FakeTftpClient host = trial.reader(2, shared, at, file)) {
      reader.begin("motd");
      for (FakeTftpClient stranger : List.of(port, host)) {
        for (byte[] mute : List.of(TftpPackets.error(0, "stop"), new byte[0], new byte[] {0})) {
          stranger.send(mute, reader.transfer());
        }
        for (byte[] packet : List.of(TftpPackets.ack(1), TftpPackets.data(1, new byte[3]))) {
          stranger.send(packet, reader.transfer());
          assertThat(stranger.error(5)).as("source of ERROR 5").isEqualTo(reader.transfer());
        }
        stranger.silence();
      }
      reader.silence(1);
      reader.ack(1);
      reader.block(2);
    }
    boolean noisy = false;
    for (int tries = 0; tries < NOISY_TRIES && !noisy; tries++) {
      try (FakeTftpClient reader = trial.reader(1, soon, file);
          FakeTftpClient stranger = trial.reader(1, soon, file)) {
        reader.begin("motd");
        LongestGap silence = new LongestGap();
        reader.blockAmid(1, silence, () -> stranger.send(TftpPackets.ack(1), reader.transfer()));
        noisy = silence.isBelow(timeoutMillis);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Within a second after the call of close, the port of the server and the ports of its"
        + " transfers are free again, nothing more is sent",
    "close may be called twice, or before start, and never throws an exception."
  })
  @Hint(
      "Each transfer has its own socket. close must close all of them, not only the socket"
          + " of the server.")
  void close_ends_the_server_and_its_transfers(
      @Subject TftpServer server,
      @Subject TftpServer unstarted,
      @Subject TftpServer next,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException, InterruptedException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(2 * TftpPackets.BLOCK_BYTES);
    int timeoutMillis = 100;
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 60);
    try (FakeTftpClient one = trial.reader(1, at, file);
        FakeTftpClient other = trial.reader(2, at, file)) {
      one.begin("motd");
      one.ack(1);
      one.blockAfterCopies(2);
      other.begin("motd");
      trial.close(server, List.of(at, one.transfer(), other.transfer()));
      // Packets that were sent before the close may still arrive.
      one.fallSilent(1);
      other.fallSilent(1);
      one.ack(2);
      other.ack(1);
      one.silence(3 * timeoutMillis);
      other.silence(1);
      trial.start(next, LOCAL, at.getPort(), Map.of("motd", file));
      other.begin("motd");
    }
    assertThatCode(server::close).as("second close()").doesNotThrowAnyException();
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it binds any free port.",
    "if the port is taken, or the address is not an address of this host",
    "if the server has already been started or closed"
  })
  @Hint(
      "Bind the socket in start, so that start throws if the port is taken. Check first"
          + " whether the server was started or closed.")
  void starts_once_at_the_port_it_is_given_or_any_that_is_free(
      @Subject TftpServer told,
      @Subject TftpServer free,
      @Subject TftpServer late,
      @Subject TftpServer closed,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpServerFixture trial = new TftpServerFixture(addresses, seed, trace);
    byte[] file = trial.letters(30);
    Map<String, byte[]> files = Map.of("motd", file);
    InetSocketAddress given = trial.start(told, LOCAL, FreePort.udp(addresses), files);
    int any = trial.start(free, LOCAL, 0, files).getPort();
    assertThat(any)
        .as("start(\"%s\", 0), while port %s is taken", LOCAL, given.getPort())
        .isNotEqualTo(given.getPort());
    assertThatIOException()
        .as("start at port %s, which another server holds", given.getPort())
        .isThrownBy(() -> late.start(LOCAL, given.getPort(), files, TftpServerFixture.PATIENT, 3));
    assertThatIllegalStateException()
        .as("start of a server that is running")
        .isThrownBy(() -> told.start(LOCAL, 0, files, TftpServerFixture.PATIENT, 3));
    for (InetSocketAddress at : List.of(given, new InetSocketAddress(LOCALHOST, any))) {
      trial.download("motd", file, at);
    }
    free.close();
    closed.close();
    for (TftpServer over : List.of(free, closed)) {
      assertThatIllegalStateException()
          .as("start of a server that was closed")
          .isThrownBy(() -> over.start(LOCAL, 0, files, TftpServerFixture.PATIENT, 3));
    }
  }

  private static void assertNotBefore(long since, int millis, long came) {
    assertThat(TimeUnit.NANOSECONDS.toMillis(came - since + CLOCKS_DIFFER_NANOS))
        .as("ms from the request or ACK until the block is sent again")
        .isGreaterThanOrEqualTo(millis);
  }

  /** Returns all values of a byte, including those that end a text or a line. */
  private static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
