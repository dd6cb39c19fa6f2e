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

/** The server of exercise 2.4, controlled by a test, and a stranger at another port of its host. */
final class RequestReplyServer implements Closeable {
  /** More datagrams than any call in a test should send. */
  private static final int MOST_SENT = 100;

  /** The first time-out of a call that is answered at once and so sends only once. */
  static final int AMPLE_MILLIS = 1_500;

  static final byte[] FALSE_REPLY = UdpPayloads.text("a false reply");

  private final UdpPeer server;
  private final UdpPeer stranger;

  RequestReplyServer(AddressPlan addresses, PacketTrace trace) {
    this(addresses.host(1), 0, trace);
  }

  RequestReplyServer(InetAddress host, int port, PacketTrace trace) {
    server = new UdpPeer(trace, RequestReplyCodec.ID_AND_PAYLOAD, "server", host, port);
    stranger = new UdpPeer(trace, RequestReplyCodec.ID_AND_PAYLOAD, "another port", host, 0);
  }

  UdpPeer peer() {
    return server;
  }

  int port() {
    return server.endpoint().getPort();
  }

  /** Starts a call in the background that asks this server. */
  BackgroundCall<byte[]> ask(DatagramClient client, byte[] payload, int attempts, int firstMillis) {
    return ask(client, server.endpoint(), payload, attempts, firstMillis);
  }

  /** Calls a client to ask this server, and waits for the result. */
  byte[] request(DatagramClient client, byte[] payload, int attempts, int firstMillis)
      throws IOException {
    return request(client, server.endpoint(), payload, attempts, firstMillis);
  }

  /** Starts a call in the background that asks any address and port. */
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

  /** Answers one call at once, checks its request and its result, and returns its id. */
  int exchange(DatagramClient client, byte[] question, byte[] reply) throws Exception {
    try (BackgroundCall<byte[]> call = ask(client, question, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server);
      RequestReplyCodec.assertAsks(asked, question);
      settle(call, asked, reply);
      return RequestReplyCodec.id(asked);
    }
  }

  /** Sends the reply and checks that the call returns its payload. */
  void settle(BackgroundCall<byte[]> call, Datagram asked, byte[] payload) throws Exception {
    server.answer(asked, RequestReplyCodec.reply(asked, payload));
    RequestReplyCodec.assertReturns(call, payload);
  }

  /** Waits for the end of a call without a reply, and returns the datagrams that it sent. */
  List<Datagram> unanswered(BackgroundCall<byte[]> call) throws Exception {
    List<Datagram> sent = new ArrayList<>();
    for (Optional<Datagram> next = call.poll(server); next.isPresent(); next = call.poll(server)) {
      sent.add(next.get());
      if (sent.size() == MOST_SENT) {
        throw new AssertionError("the call sent " + MOST_SENT + " datagrams and is still running");
      }
    }
    return sent;
  }

  /** Sends a datagram that would be the reply if it came from the server. */
  void sendFromAnotherPort(Datagram asked) throws IOException {
    stranger.answer(asked, RequestReplyCodec.reply(asked, FALSE_REPLY));
  }

  /** Sends a reply with this id. */
  void sendWithId(int id, Datagram asked) throws IOException {
    server.answer(asked, RequestReplyCodec.bytes(id, FALSE_REPLY));
  }

  /** Sends only the first bytes of a reply. */
  void sendShort(int length, Datagram asked) throws IOException {
    server.answer(asked, Arrays.copyOf(asked.bytes(), length));
  }

  /** Sends one of each kind of datagram that is not the reply. */
  void makeNoise(Datagram asked) throws IOException {
    sendFromAnotherPort(asked);
    sendWithId(RequestReplyCodec.id(asked) + 1, asked);
    sendShort(RequestReplyCodec.ID_BYTES - 1, asked);
  }

  @Override
  public void close() {
    server.close();
    stranger.close();
  }
}
