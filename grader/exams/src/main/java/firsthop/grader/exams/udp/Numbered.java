package firsthop.grader.exams.udp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.Dissector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Datagrams of exercise 2.4: an id of four bytes, and then a payload. */
final class Numbered {
  static final int ID_BYTES = 4;

  /** Says how the payload begins, but no id: for scripts, since ids differ from run to run. */
  static final Dissector PAYLOAD =
      datagram ->
          datagram.length < ID_BYTES
              ? Dissector.BYTES.describe(datagram)
              : new String(
                  datagram, ID_BYTES, Math.min(datagram.length - ID_BYTES, 40), ISO_8859_1);

  /** Says all that there is to say: {@code id 0a1b2c3d, 5 bytes: hello}. */
  static final Dissector ID_AND_PAYLOAD =
      datagram ->
          datagram.length < ID_BYTES
              ? Dissector.BYTES.describe(datagram)
              : "id %08x, %d bytes: %s"
                  .formatted(
                      ByteBuffer.wrap(datagram).getInt(),
                      datagram.length - ID_BYTES,
                      PAYLOAD.describe(datagram));

  private Numbered() {}

  /** Return a datagram of an id and a payload. */
  static byte[] bytes(int id, byte[] payload) {
    return ByteBuffer.allocate(ID_BYTES + payload.length).putInt(id).put(payload).array();
  }

  /** Return the reply to a request. */
  static byte[] reply(Datagram request, byte[] payload) {
    return bytes(id(request), payload);
  }

  /** Return the id of a request. */
  static int id(Datagram request) {
    if (request.bytes().length < ID_BYTES) {
      throw new AssertionError(
          "the request is " + Payloads.describe(request.bytes()) + ": too short for an id");
    }
    return ByteBuffer.wrap(request.bytes()).getInt();
  }

  /** Fail unless a request is an id and this payload. */
  static void assertAsks(Datagram request, byte[] payload) {
    if (!Arrays.equals(request.bytes(), bytes(id(request), payload))) {
      throw new AssertionError(
          "the request is "
              + Payloads.describe(request.bytes())
              + "; expected are 4 bytes of id and then the payload, "
              + Payloads.describe(payload));
    }
  }

  /** Fail unless a call to which the reply has come returns the payload of it. */
  static void assertReturns(BackgroundCall<byte[]> call, byte[] payload) throws Exception {
    byte[] returned;
    try {
      returned = call.result();
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(
          "the reply with " + Payloads.describe(payload) + " came; the call threw " + threw, threw);
    }
    if (!Arrays.equals(returned, payload)) {
      throw new AssertionError(
          "the reply came with "
              + Payloads.describe(payload)
              + "; the call returned "
              + (returned == null ? "null" : Payloads.describe(returned)));
    }
  }
}
