package firsthop.grader.exams.udp;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.UdpPeer;
import firsthop.udp.DatagramClient;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server of exercise 2.4 in the hands of a test, and a stranger at another port of its host.
 */
final class NumberedServer implements Closeable {
  /** No call that a test makes sends nearly as many. */
  private static final int MOST_SENT = 100;

  /** The first time-out of a call that is answered at once, and so sends once only. */
  static final int AMPLE_MILLIS = 1_500;

  static final byte[] FALSE_REPLY = Payloads.text("a false reply");

  private final UdpPeer server;
  private final UdpPeer stranger;

  NumberedServer(AddressPlan addresses, PacketTrace trace) {
    this(addresses.host(1), 0, trace);
  }

  NumberedServer(InetAddress host, int port, PacketTrace trace) {
    server = new UdpPeer(trace, Numbered.ID_AND_PAYLOAD, "server", host, port);
    stranger = new UdpPeer(trace, Numbered.ID_AND_PAYLOAD, "another port", host, 0);
  }

  UdpPeer peer() {
    return server;
  }

  int port() {
    return server.endpoint().getPort();
  }

  /** Have a client ask this server. */
  BackgroundCall<byte[]> ask(DatagramClient client, byte[] payload, int attempts, int firstMillis) {
    return ask(client, server.endpoint(), payload, attempts, firstMillis);
  }

  /** Have a client ask this server, and do nothing meanwhile. */
  byte[] request(DatagramClient client, byte[] payload, int attempts, int firstMillis)
      throws IOException {
    return request(client, server.endpoint(), payload, attempts, firstMillis);
  }

  /** Have a client ask somebody. */
  static BackgroundCall<byte[]> ask(
      DatagramClient client, InetSocketAddress to, byte[] payload, int attempts, int firstMillis) {
    return BackgroundCall.call(() -> request(client, to, payload, attempts, firstMillis));
  }

  private static byte[] request(
      DatagramClient client, InetSocketAddress to, byte[] payload, int attempts, int firstMillis)
      throws IOException {
    String host = to.getAddress().getHostAddress();
    return client.request(host, to.getPort(), payload, attempts, firstMillis);
  }

  /** Answer a question at once, check both sides of it, and return its id. */
  int exchange(DatagramClient client, byte[] question, byte[] reply) throws Exception {
    try (BackgroundCall<byte[]> call = ask(client, question, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server);
      Numbered.assertAsks(asked, question);
      settle(call, asked, reply);
      return Numbered.id(asked);
    }
  }

  /** Send the reply, and check that the call returns what it carries. */
  void settle(BackgroundCall<byte[]> call, Datagram asked, byte[] payload) throws Exception {
    server.answer(asked, Numbered.reply(asked, payload));
    Numbered.assertReturns(call, payload);
  }

  /** Wait for the end of a call that nobody answers, and return what it sends until then. */
  List<Datagram> unanswered(BackgroundCall<byte[]> call) throws Exception {
    List<Datagram> sent = new ArrayList<>();
    for (Optional<Datagram> next = call.poll(server); next.isPresent(); next = call.poll(server)) {
      sent.add(next.get());
      if (sent.size() == MOST_SENT) {
        throw new AssertionError("the call sent " + MOST_SENT + " datagrams, and goes on");
      }
    }
    return sent;
  }

  /** Send what would be the reply, if it came from the server. */
  void sendFromAnotherPort(Datagram asked) throws IOException {
    stranger.answer(asked, Numbered.reply(asked, FALSE_REPLY));
  }

  /** Send a reply to another request. */
  void sendWithId(int id, Datagram asked) throws IOException {
    server.answer(asked, Numbered.bytes(id, FALSE_REPLY));
  }

  /** Send so many bytes, up to the right id. */
  void sendShort(int length, Datagram asked) throws IOException {
    server.answer(asked, Arrays.copyOf(asked.bytes(), length));
  }

  /** Send one of each kind of datagram that is not the reply. */
  void makeNoise(Datagram asked) throws IOException {
    sendFromAnotherPort(asked);
    sendWithId(Numbered.id(asked) + 1, asked);
    sendShort(Numbered.ID_BYTES - 1, asked);
  }

  @Override
  public void close() {
    server.close();
    stranger.close();
  }
}
