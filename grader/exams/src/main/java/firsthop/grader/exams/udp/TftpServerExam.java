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
 * Clients are commons-net's where a file is to arrive, and readers that a test leads packet by
 * packet where it matters who sends what when. Servers are told their port, but where the test is
 * about port 0.
 */
@Exam(TftpServer.class)
class TftpServerExam {
  private static final String LOCAL = "127.0.0.1";
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  /** How much earlier than by this clock another one may see a time-out pass. */
  private static final long CLOCKS_DIFFER_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  @Test
  @RunsInParallel
  @Points(2)
  @Clause({
    "A read request for one of the files, in the mode octet, begins a transfer.",
    "The name of a file is exact, its case too"
  })
  @Hint("A file is bytes, not text; and its name is a key, not a path.")
  void serves_each_file_under_its_exact_name(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("motd", trial.letters(1_300));
    files.put("Motd", trial.letters(5));
    files.put("etc/motd", trial.letters(513));
    files.put("read me", trial.letters(700));
    files.put("m".repeat(400), trial.letters(100));
    files.put("raw", everyByte());
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    files.forEach((name, file) -> trial.download(name, file, at));
    try (BlockReader reader = trial.reader(2, at, new byte[0])) {
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
    "The last block has less than 512 bytes.",
    "a file of n × 512 bytes ends with an empty block, and so does an empty file"
  })
  @Hint("How does a client learn that a full block was the last one?")
  void ends_each_file_with_a_block_that_is_not_full(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    int[] sizes = {0, 1, 511, 512, 513, 1_024, 1_535};
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int size : sizes) {
      files.put(size + " bytes", trial.letters(size));
    }
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    List<BlockReader> readers = new ArrayList<>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        BlockReader reader = trial.reader(1, at, file.getValue());
        readers.add(reader);
        reader.begin(file.getKey());
        reader.ack(1);
        for (int block = 2; block <= file.getValue().length / Tftp.BLOCK_BYTES + 1; block++) {
          reader.block(block);
          reader.ack(block);
        }
      }
      for (BlockReader reader : readers) {
        reader.silence(BlockReader.AT_ONCE_MILLIS / sizes.length);
      }
    } finally {
      readers.forEach(BlockReader::close);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({"the number has 16 bits and no sign, so 65535 is followed by 0", "Transfers use it."})
  @Hint("Neither a byte nor a short of Java counts as far as two bytes without a sign do.")
  void counts_blocks_with_16_bits(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    int[] blocks = {0, 1, 126, 127, 128, 254, 255, 256, 32_766, 32_767, 32_768, 65_534};
    for (int block : blocks) {
      assertThat(server.blockAfter(block)).as("blockAfter(%s)", block).isEqualTo(block + 1);
    }
    assertThat(server.blockAfter(65_535)).as("blockAfter(65535)").isZero();
    byte[] file = trial.letters(300 * Tftp.BLOCK_BYTES + 7);
    trial.download("motd", file, trial.serve(server, file));
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("Each transfer has a new port of its own, at the same address as the server's")
  @Hint("A host may have many addresses, and the system's choice need not be the server's.")
  void sends_each_transfer_from_a_new_port_of_its_address(
      @Subject TftpServer here,
      @Subject TftpServer there,
      @Subject TftpServer everywhere,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(600);
    Map<String, byte[]> files = Map.of("motd", file);
    // At one port of two addresses, as only servers can be that bind no others.
    int port = FreePort.udp(addresses);
    String another = addresses.host(1).getHostAddress();
    List<InetSocketAddress> asked =
        List.of(
            trial.start(here, LOCAL, port, files),
            trial.start(there, another, port, files),
            trial.start(everywhere, "0.0.0.0", FreePort.udp(addresses), files));
    for (InetSocketAddress at : asked) {
      try (BlockReader one = trial.reader(2, at, file);
          BlockReader other = trial.reader(2, at, file)) {
        one.begin("motd");
        InetSocketAddress first = one.transfer();
        other.begin("motd");
        one.ack(1);
        one.block(2);
        assertThat(List.of(first.getAddress(), other.transfer().getAddress()))
            .as("addresses that the two transfers of the server at %s come from", at)
            .containsOnly(at.getAddress());
        assertThat(List.of(at.getPort(), first.getPort(), other.transfer().getPort()))
            .as("the ports of the server and of its two transfers")
            .doesNotHaveDuplicates();
        assertThat(one.transfer()).as("where DATA 2 comes from, after DATA 1").isEqualTo(first);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(2)
  @Clause("Any number of them go on at once, and none waits for another.")
  @Hint("A client is an address and a port; and one that is slow makes nobody else slow.")
  void serves_many_clients_at_once(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      files.put("file " + i, trial.letters(3 * Tftp.BLOCK_BYTES + 10 * i));
    }
    InetSocketAddress at = trial.start(server, LOCAL, FreePort.udp(addresses), files);
    // One port at three addresses, and other ports at the first of them.
    int shared = FreePort.udp(addresses);
    List<BlockReader> readers = new ArrayList<>();
    try {
      for (int i = 0; i < files.size(); i++) {
        readers.add(
            trial.reader(i < 3 ? i + 1 : 1, i < 3 ? shared : 0, at, files.get("file " + i)));
      }
      BlockReader slow = readers.get(0);
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
      readers.forEach(BlockReader::close);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "What is not served is refused, in this order:",
    "a write request gets ERROR 2, whatever stands in it",
    "one that the server does not have gets ERROR 1"
  })
  @Hint("Look at the opcode first; what stands behind it has a meaning only then.")
  void refuses_by_opcode_then_by_mode_then_by_file(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(20);
    InetSocketAddress at = trial.serve(server, file);
    try (BlockReader reader = trial.reader(1, at, file)) {
      for (byte[] write :
          List.of(
              Tftp.request(Tftp.WRITE_REQUEST, "motd", "octet"),
              Tftp.request(Tftp.WRITE_REQUEST, "new", "octet"),
              Tftp.request(Tftp.WRITE_REQUEST, "motd", "netascii"),
              Tftp.request(Tftp.WRITE_REQUEST, "motd"),
              Tftp.request(Tftp.WRITE_REQUEST))) {
        reader.ask(write);
        reader.error(2);
      }
      for (byte[] illegal :
          List.of(
              Tftp.request(0, "motd", "octet"),
              Tftp.request(6, "motd", "octet"),
              Tftp.request(0x0101, "motd", "octet"),
              Tftp.request(0x0102, "motd", "octet"),
              Tftp.data(1, file),
              Tftp.ack(0),
              Tftp.request(Tftp.READ_REQUEST, "motd", "netascii"),
              Tftp.request(Tftp.READ_REQUEST, "none", "mail"),
              Tftp.request(Tftp.READ_REQUEST, "motd"),
              Tftp.request(Tftp.READ_REQUEST),
              new byte[] {0, Tftp.READ_REQUEST, 'm', 'o', 't', 'd'})) {
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
    "any other than octet gets ERROR 4"
  })
  @Hint("Two texts make a request. Whatever follows them is somebody else's protocol.")
  void takes_the_mode_in_any_case_and_ignores_options(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
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
      try (BlockReader reader = trial.reader(1, at, file)) {
        reader.ask(Tftp.request(Tftp.READ_REQUEST, request));
        reader.block(1);
        reader.ack(1);
        reader.block(2);
      }
    }
    try (BlockReader reader = trial.reader(2, at, file)) {
      for (String mode : List.of("octets", "octe", "octet ", "", "netascii", "0CTET")) {
        reader.ask(Tftp.request(Tftp.READ_REQUEST, "motd", mode));
        reader.error(4);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "an ERROR is never answered, nor is a datagram of less than 2 bytes",
    "An ERROR from the client ends the transfer, without an answer.",
    "A datagram of less than 2 bytes from the client changes nothing."
  })
  @Hint("Who answers errors may get an error for an answer. An error is the end, and no more.")
  void an_error_ends_its_transfer_and_is_never_answered(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    int timeoutMillis = 100;
    byte[] file = trial.letters(2 * Tftp.BLOCK_BYTES);
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 40);
    try (BlockReader reader = trial.reader(1, at, file);
        BlockReader other = trial.reader(1, at, file)) {
      List<byte[]> mute =
          List.of(Tftp.error(0, "no reason"), Tftp.error(5, ""), new byte[0], new byte[] {0});
      for (byte[] unanswered : mute) {
        reader.ask(unanswered);
      }
      reader.begin("motd");
      other.begin("motd");
      reader.tell(new byte[0]);
      reader.tell(new byte[] {0});
      reader.ack(1);
      reader.blockAfterCopies(2);
      reader.tell(Tftp.error(3, "disk full"));
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
    "When timeoutMillis have passed since a block was sent, and its ACK has not come, the same packet"
        + " is sent again.",
    "When the last block has been acknowledged, the transfer ends."
  })
  @Hint("Whichever of the two got lost, the block or its ACK: the server sees the same silence.")
  void sends_a_lost_block_again(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(6 * Tftp.BLOCK_BYTES + 99);
    InetSocketAddress at = trial.serve(server, file, 100, 4);
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
  @Clause("A block is sent attempts times in all, counted anew for each block.")
  @Hint("The network has no memory: what it did to one packet says nothing of the next.")
  void delivers_a_file_through_a_storm(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(5 * Tftp.BLOCK_BYTES + 99);
    InetSocketAddress at = trial.serve(server, file, 100, 20);
    // The client would not ask again.
    RelayScript script =
        RelayScript.storm(seed, 20).when(Direction.TO_SERVER, "RRQ", 0, PathAction.PASSES);
    trial.download("motd", file, at, script);
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "A block is sent attempts times in all, counted anew for each block.",
    "That time-out is always the same.",
    "When the last time-out has passed as well, the transfer ends without another word."
  })
  @Hint("Count the sends of one block, not its repeats, and not those of the whole transfer.")
  void gives_up_after_so_many_sends_of_a_block(
      @Subject TftpServer server,
      @Subject TftpServer steady,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    int timeoutMillis = 100;
    byte[] file = trial.letters(3 * Tftp.BLOCK_BYTES);
    InetSocketAddress three = trial.serve(server, file, timeoutMillis, 3);
    InetSocketAddress six = trial.serve(steady, file, timeoutMillis, 6);
    try (BlockReader reader = trial.reader(1, three, file);
        BlockReader mute = trial.reader(1, six, file)) {
      mute.ask("motd");
      long asked = reader.begin("motd");
      assertNotBefore(asked, timeoutMillis, reader.block(1));
      long acknowledged = reader.ack(1);
      reader.blockAfterCopies(2);
      assertNotBefore(acknowledged, timeoutMillis, reader.block(2));
      assertNotBefore(acknowledged, 2 * timeoutMillis, reader.block(2));
      reader.silence(2 * timeoutMillis);
      reader.ack(2);
      reader.silence();
      reader.begin("motd");
      // All have come by now; of time-outs that double, the last would take many times as long.
      for (int sent = 1; sent <= 6; sent++) {
        mute.block(1);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Only the ACK of the block that is out counts.",
    "such as an ACK that comes a second time, sends nothing and restarts nothing"
  })
  @Hint("A copy of an ACK that makes a copy of a block makes the next copy of an ACK, and so on.")
  void a_duplicate_ack_sends_nothing(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(4 * Tftp.BLOCK_BYTES + 1);
    InetSocketAddress at = trial.serve(server, file);
    try (BlockReader reader = trial.reader(1, at, file)) {
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
    "such as an ACK that comes a second time, sends nothing and restarts nothing",
    "neither the time-out nor the count of attempts"
  })
  @Hint("A time-out for each receive is another thing than a deadline for an answer.")
  void a_duplicate_ack_restarts_nothing(
      @Subject TftpServer server, AddressPlan addresses, Seed seed, PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    int timeoutMillis = 250;
    byte[] file = trial.letters(2 * Tftp.BLOCK_BYTES + 9);
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 2);
    try (BlockReader reader = trial.reader(1, at, file)) {
      reader.begin("motd");
      long acknowledged = reader.ack(1);
      reader.blockAfterCopies(2);
      long again = reader.blockAmid(2, () -> reader.ack(1));
      assertNotBefore(acknowledged, timeoutMillis, again);
      reader.ack(2);
      reader.blockAfterCopies(3);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "gets ERROR 5, from that port of the transfer, and changes nothing, not even the time-out",
    "If it is one that is never answered, it just changes nothing."
  })
  @Hint("Compare where a packet comes from as a whole, and before you look at what is in it.")
  void a_stranger_gets_an_error_and_changes_nothing(
      @Subject TftpServer server,
      @Subject TftpServer hasty,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(2 * Tftp.BLOCK_BYTES + 9);
    InetSocketAddress at = trial.serve(server, file);
    int shared = FreePort.udp(addresses);
    InetSocketAddress soon = trial.serve(hasty, file, 250, 2);
    try (BlockReader reader = trial.reader(1, shared, at, file);
        BlockReader port = trial.reader(1, at, file);
        BlockReader host = trial.reader(2, shared, at, file)) {
      reader.begin("motd");
      for (BlockReader stranger : List.of(port, host)) {
        for (byte[] mute : List.of(Tftp.error(0, "stop"), new byte[0], new byte[] {0})) {
          stranger.send(mute, reader.transfer());
        }
        for (byte[] packet : List.of(Tftp.ack(1), Tftp.data(1, new byte[3]))) {
          stranger.send(packet, reader.transfer());
          assertThat(stranger.error(5)).as("where ERROR 5 comes from").isEqualTo(reader.transfer());
        }
        stranger.silence();
      }
      reader.silence(1);
      reader.ack(1);
      reader.block(2);
    }
    try (BlockReader reader = trial.reader(1, soon, file);
        BlockReader stranger = trial.reader(1, soon, file)) {
      reader.begin("motd");
      reader.blockAmid(1, () -> stranger.send(Tftp.ack(1), reader.transfer()));
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Within a second after close was called the ports are free again, that of the server and those"
        + " of its transfers, nothing more is sent",
    "close may be called twice, or before start, and never throws."
  })
  @Hint("Each transfer has a socket, and each of these wants to be closed as well.")
  void close_ends_the_server_and_its_transfers(
      @Subject TftpServer server,
      @Subject TftpServer unstarted,
      @Subject TftpServer next,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException, InterruptedException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(2 * Tftp.BLOCK_BYTES);
    int timeoutMillis = 100;
    InetSocketAddress at = trial.serve(server, file, timeoutMillis, 60);
    try (BlockReader one = trial.reader(1, at, file);
        BlockReader other = trial.reader(2, at, file)) {
      one.begin("motd");
      one.ack(1);
      one.blockAfterCopies(2);
      other.begin("motd");
      trial.close(server, List.of(at, one.transfer(), other.transfer()));
      // What was sent before it closed may still be there.
      one.fallSilent(1);
      other.fallSilent(1);
      one.ack(2);
      other.ack(1);
      one.silence(3 * timeoutMillis);
      other.silence(1);
      trial.start(next, LOCAL, at.getPort(), Map.of("motd", file));
      other.begin("motd");
    }
    assertThatCode(server::close).as("close() again").doesNotThrowAnyException();
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it takes any port that is free.",
    "if the port is taken, or the address is none of this host's",
    "if the server has been started before, or closed"
  })
  @Hint("Whoever calls start must hear what is wrong, and only start itself can tell them.")
  void starts_once_at_the_port_it_is_given_or_any_that_is_free(
      @Subject TftpServer told,
      @Subject TftpServer free,
      @Subject TftpServer late,
      @Subject TftpServer closed,
      AddressPlan addresses,
      Seed seed,
      PacketTrace trace)
      throws IOException {
    TftpTrial trial = new TftpTrial(addresses, seed, trace);
    byte[] file = trial.letters(30);
    Map<String, byte[]> files = Map.of("motd", file);
    InetSocketAddress given = trial.start(told, LOCAL, FreePort.udp(addresses), files);
    int any = trial.start(free, LOCAL, 0, files).getPort();
    assertThat(any)
        .as("start(\"%s\", 0), while port %s is taken", LOCAL, given.getPort())
        .isNotEqualTo(given.getPort());
    assertThatIOException()
        .as("start at port %s, held by another server", given.getPort())
        .isThrownBy(() -> late.start(LOCAL, given.getPort(), files, TftpTrial.PATIENT, 3));
    assertThatIllegalStateException()
        .as("start of a server that serves")
        .isThrownBy(() -> told.start(LOCAL, 0, files, TftpTrial.PATIENT, 3));
    for (InetSocketAddress at : List.of(given, new InetSocketAddress(LOCALHOST, any))) {
      trial.download("motd", file, at);
    }
    free.close();
    closed.close();
    for (TftpServer over : List.of(free, closed)) {
      assertThatIllegalStateException()
          .as("start of a server that was closed")
          .isThrownBy(() -> over.start(LOCAL, 0, files, TftpTrial.PATIENT, 3));
    }
  }

  private static void assertNotBefore(long since, int millis, long came) {
    assertThat(TimeUnit.NANOSECONDS.toMillis(came - since + CLOCKS_DIFFER_NANOS))
        .as("ms after which a block comes again, from what made the server send it first")
        .isGreaterThanOrEqualTo(millis);
  }

  /** Return all bytes: what some take for text, for its end, or for the end of a line. */
  private static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
