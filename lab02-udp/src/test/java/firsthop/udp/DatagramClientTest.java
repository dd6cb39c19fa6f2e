package firsthop.udp;

import static firsthop.udp.ScriptedServer.HOST;
import static firsthop.udp.ScriptedServer.ID_BYTES;
import static firsthop.udp.ScriptedServer.LONG;
import static firsthop.udp.ScriptedServer.QUESTION;
import static firsthop.udp.ScriptedServer.ascii;
import static firsthop.udp.ScriptedServer.hex;
import static firsthop.udp.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import firsthop.udp.ScriptedServer.Request;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Tests what the client sends and which datagram it accepts as the reply. {@link
 * DatagramClientWaitTest} tests how long it waits.
 */
@ExerciseTest(DatagramClient.class)
class DatagramClientTest {
  private final DatagramClient client = new MyDatagramClient();

  @Test
  @Order(1)
  @Hint("Put four bytes of id and then the payload into one array, and send it as one datagram.")
  void a_request_is_an_id_of_4_bytes_and_then_the_payload() throws IOException {
    try (ScriptedServer server = new ScriptedServer(request -> request.reply(ascii("Me.")))) {
      client.request(HOST, server.port(), QUESTION, 1, LONG);
      client.request(HOST, server.port(), ascii("Who?"), 1, LONG);
      assertThat(server.requests())
          .as("datagrams that the server received from two calls")
          .hasSize(2);
      Request first = server.requests().get(0);
      assertThat(first.bytes()).as("the first datagram, id and payload").hasSize(ID_BYTES + 13);
      assertThat(text(first.payload())).as("the bytes after its id").isEqualTo("Who is there?");
      assertThat(text(server.requests().get(1).payload()))
          .as("the bytes after the id in the second datagram")
          .isEqualTo("Who?");
    }
  }

  @Test
  @Order(2)
  @Hint("Return only the bytes of this reply after its id, not the rest of your buffer.")
  void request_returns_what_follows_the_id_in_the_reply() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(request -> request.reply(ascii("reply " + request.number())))) {
      assertThat(server.ask(client, 1, LONG)).isEqualTo("\"reply 1\"");
      assertThat(server.ask(client, 1, LONG)).isEqualTo("\"reply 2\"");
    }
  }

  @Test
  @Order(3)
  @Hint("When a time-out passes, send again. Use a loop around the send.")
  void the_request_is_sent_again_when_a_time_out_passes() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            request -> {
              if (request.number() == 3) {
                request.reply(ascii("at last"));
              }
            })) {
      assertThat(server.ask(client, 4, 100)).isEqualTo("\"at last\"");
      assertThat(server.requests()).as("datagrams that the server received").hasSize(3);
    }
  }

  @Test
  @Order(4)
  @Hint("The reply to an earlier send has the same id and goes to the same port. Keep both.")
  void what_is_sent_again_is_the_same_datagram_from_the_same_port() throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      server.ask(client, 3, 50);
      List<Request> requests = server.requests();
      assertThat(requests).as("datagrams that the server received").hasSize(3);
      for (Request again : requests.subList(1, 3)) {
        assertThat(hex(again.bytes()))
            .as("datagram %d, compared with datagram 1", again.number())
            .isEqualTo(hex(requests.get(0).bytes()));
        assertThat(again.port())
            .as("source port of datagram %d, compared with datagram 1", again.number())
            .isEqualTo(requests.get(0).port());
      }
    }
  }

  @Test
  @Order(5)
  @Hint("A packet that was received has its sender's address and port. Compare both.")
  void what_comes_from_another_port_is_not_the_reply() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            request -> {
              request.replyFromAnotherPort(ascii("from a stranger"));
              request.reply(ascii("from the server"));
            })) {
      assertThat(server.ask(client, 1, LONG)).isEqualTo("\"from the server\"");
    }
  }

  @Test
  @Order(6)
  @Hint("Compare the id with the id of this call, all four bytes.")
  void what_has_another_id_is_not_the_reply() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            request -> {
              for (int i = 0; i < ID_BYTES; i++) {
                byte[] other = Arrays.copyOf(request.id(), ID_BYTES + 5);
                other[i]++;
                request.send(other);
              }
              request.reply(ascii("with the right id"));
            })) {
      assertThat(server.ask(client, 1, LONG)).isEqualTo("\"with the right id\"");
    }
  }

  @Test
  @Order(7)
  @Hint("Check the length of the datagram before you compare its id.")
  void what_is_too_short_for_an_id_is_not_the_reply() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            request -> {
              request.send(new byte[0]);
              request.send(Arrays.copyOf(request.id(), 3));
              request.reply(ascii("long enough"));
            })) {
      assertThat(server.ask(client, 1, LONG)).isEqualTo("\"long enough\"");
    }
  }

  @Test
  @Hint("Create a new id in each call, with a SecureRandom.")
  void every_call_has_an_id_of_its_own() throws IOException {
    try (ScriptedServer server = new ScriptedServer(request -> request.reply(ascii("yes")))) {
      for (int i = 0; i < 10; i++) {
        client.request(HOST, server.port(), QUESTION, 1, LONG);
      }
      List<String> ids = server.requests().stream().map(request -> hex(request.id())).toList();
      assertThat(ids).as("the ids of ten calls").doesNotHaveDuplicates();
      assertThat(ids.stream().map(id -> id.substring(0, 2)).distinct().count())
          .as("different first bytes among the ids %s", ids)
          .isGreaterThan(3);
      assertThat(ids.stream().map(id -> id.substring(9)).distinct().count())
          .as("different last bytes among the ids %s", ids)
          .isGreaterThan(3);
    }
  }

  @Test
  @Hint("A payload may have 0 bytes: an id alone is a request and a reply.")
  void payloads_may_be_empty() throws IOException {
    try (ScriptedServer server = new ScriptedServer(request -> request.reply(new byte[0]))) {
      assertThat(client.request(HOST, server.port(), new byte[0], 1, LONG).length)
          .as("bytes of payload in an empty reply to an empty request")
          .isZero();
      assertThat(server.requests().get(0).bytes()).as("the request").hasSize(ID_BYTES);
    }
  }

  @Test
  @Hint("Bytes that do not fit into the buffer are cut off, without an exception.")
  void payloads_may_be_large() throws IOException {
    byte[] large = new byte[20_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i % 251);
    }
    try (ScriptedServer server = new ScriptedServer(request -> request.reply(request.payload()))) {
      byte[] reply = client.request(HOST, server.port(), large, 1, LONG);
      assertThat(reply.length).as("length of the reply's payload").isEqualTo(large.length);
      assertThat(Arrays.mismatch(reply, large))
          .as("index of the first byte that differs; -1 means that all are equal")
          .isEqualTo(-1);
    }
  }
}
