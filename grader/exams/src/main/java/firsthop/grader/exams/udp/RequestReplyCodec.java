package firsthop.grader.exams.udp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.Dissector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes and reads the datagrams of exercise 2.4: an id of four bytes, followed by a payload. */
final class RequestReplyCodec {
  static final int ID_BYTES = 4;

  /** Describes the start of the payload without the id, because ids differ in each run. */
  static final Dissector PAYLOAD =
      datagram ->
          datagram.length < ID_BYTES
              ? Dissector.BYTES.describe(datagram)
              : new String(
                  datagram, ID_BYTES, Math.min(datagram.length - ID_BYTES, 40), ISO_8859_1);

  /** Describes id and payload: {@code id 0a1b2c3d, 5 bytes: hello}. */
  static final Dissector ID_AND_PAYLOAD =
      datagram ->
          datagram.length < ID_BYTES
              ? Dissector.BYTES.describe(datagram)
              : "id %08x, %d bytes: %s"
                  .formatted(
                      ByteBuffer.wrap(datagram).getInt(),
                      datagram.length - ID_BYTES,
                      PAYLOAD.describe(datagram));

  private RequestReplyCodec() {}

  /** Returns a datagram with an id and a payload. */
  static byte[] bytes(int id, byte[] payload) {
    return ByteBuffer.allocate(ID_BYTES + payload.length).putInt(id).put(payload).array();
  }

  /** Returns the reply to a request. */
  static byte[] reply(Datagram request, byte[] payload) {
    return bytes(id(request), payload);
  }

  /** Returns the id of a request. */
  static int id(Datagram request) {
    if (request.bytes().length < ID_BYTES) {
      throw new AssertionError(
          "the request is " + UdpPayloads.describe(request.bytes()) + ": too short for an id");
    }
    return ByteBuffer.wrap(request.bytes()).getInt();
  }

  /** Fails unless a request is an id followed by this payload. */
  static void assertAsks(Datagram request, byte[] payload) {
    if (!Arrays.equals(request.bytes(), bytes(id(request), payload))) {
      throw new AssertionError(
          "the request is "
              + UdpPayloads.describe(request.bytes())
              + "; expected 4 bytes of id, followed by the payload, "
              + UdpPayloads.describe(payload));
    }
  }

  /** Fails unless a call returns this payload of its reply. */
  static void assertReturns(BackgroundCall<byte[]> call, byte[] payload) throws Exception {
    byte[] returned;
    try {
      returned = call.result();
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(
          "the reply with " + UdpPayloads.describe(payload) + " came, but the call threw " + threw,
          threw);
    }
    if (!Arrays.equals(returned, payload)) {
      throw new AssertionError(
          "the reply carries "
              + UdpPayloads.describe(payload)
              + ", but the call returned "
              + (returned == null ? "null" : UdpPayloads.describe(returned)));
    }
  }
}
