package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The response of a name server when it is its turn. It has the id and the question of the query,
 * and is written without any of your classes. Records are texts such as {@code www.example A
 * 192.0.2.1}.
 */
final class Turn {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int MX = 15;

  private static final int HEADER_BYTES = 12;
  private static final int RESPONSE = 0x80;
  private static final int AUTHORITATIVE = 0x04;
  private static final int TRUNCATED = 0x02;
  private static final int TTL_SECONDS = 300;

  private final int flags;
  private final int code;
  private final List<String> answers = new ArrayList<>();
  private final List<String> authority = new ArrayList<>();
  private final List<String> additional = new ArrayList<>();

  private Turn(int flags, int code) {
    this.flags = flags;
    this.code = code;
  }

  /** Makes an authoritative answer. */
  static Turn answer(String... records) {
    Turn turn = new Turn(RESPONSE | AUTHORITATIVE, 0);
    turn.answers.addAll(List.of(records));
    return turn;
  }

  /** Makes a response with records, but without authority. */
  static Turn hearsay(String... records) {
    Turn turn = code(0);
    turn.answers.addAll(List.of(records));
    return turn;
  }

  /** Makes an authoritative answer that says that there is no such name. */
  static Turn noSuchName() {
    return new Turn(RESPONSE | AUTHORITATIVE, 3);
  }

  /** Makes an empty response with a code, without authority. */
  static Turn code(int code) {
    return new Turn(RESPONSE, code);
  }

  /** Makes an empty response with the flag TC. */
  static Turn truncated() {
    return new Turn(RESPONSE | TRUNCATED, 0);
  }

  /** Makes a referral to a zone with one server. */
  static Turn referral(String zone, String server) {
    Turn turn = code(0);
    turn.authority.add(zone + " NS " + server);
    return turn;
  }

  /** Makes a turn without a response. */
  static Turn silence() {
    return new Turn(0, 0);
  }

  /** Adds another server of the zone to a referral. */
  Turn and(String server) {
    String zone = authority.get(0).split(" ")[0];
    authority.add(zone + " NS " + server);
    return this;
  }

  /** Adds an address to the additional section. */
  Turn glue(String server, String address) {
    additional.add(server + " A " + address);
    return this;
  }

  boolean isSilent() {
    return flags == 0;
  }

  /**
   * Returns the response to a query.
   *
   * @param hosts the real addresses of hosts whose records have another address
   */
  byte[] replyTo(byte[] query, Map<String, InetAddress> hosts) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(query, HEADER_BYTES);
    header[2] = (byte) (flags | header[2] & 1);
    header[3] = (byte) code;
    header[7] = (byte) answers.size();
    header[9] = (byte) authority.size();
    header[11] = (byte) additional.size();
    reply.writeBytes(header);
    reply.write(query, HEADER_BYTES, query.length - HEADER_BYTES);
    for (List<String> section : List.of(answers, authority, additional)) {
      for (String record : section) {
        write(reply, record, hosts);
      }
    }
    return reply.toByteArray();
  }

  private static void write(ByteArrayOutputStream to, String record, Map<String, InetAddress> hosts)
      throws IOException {
    String[] words = record.split(" ");
    int type =
        switch (words[1]) {
          case "A" -> A;
          case "NS" -> NS;
          case "CNAME" -> CNAME;
          default -> throw new IllegalArgumentException("the test's record " + record);
        };
    byte[] data = type == A ? address(words[2], hosts) : name(words[2]);
    to.writeBytes(name(words[0]));
    writeShort(to, type);
    writeShort(to, 1);
    writeShort(to, 0);
    writeShort(to, TTL_SECONDS);
    writeShort(to, data.length);
    to.writeBytes(data);
  }

  private static byte[] address(String text, Map<String, InetAddress> hosts) throws IOException {
    InetAddress host = hosts.get(text);
    return (host == null ? InetAddress.getByName(text) : host).getAddress();
  }

  private static byte[] name(String text) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (String label : text.split("\\.")) {
      name.write(label.length());
      name.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    name.write(0);
    return name.toByteArray();
  }

  private static void writeShort(ByteArrayOutputStream to, int value) {
    to.write(value >>> Byte.SIZE);
    to.write(value);
  }
}
