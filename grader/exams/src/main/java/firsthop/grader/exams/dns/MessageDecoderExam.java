package firsthop.grader.exams.dns;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.dns.DecoderAssertions.assertAnswers;
import static firsthop.grader.exams.dns.DecoderAssertions.assertBadData;
import static firsthop.grader.exams.dns.DecoderAssertions.assertBadNames;
import static firsthop.grader.exams.dns.DecoderAssertions.assertBuiltData;
import static firsthop.grader.exams.dns.DecoderAssertions.assertData;
import static firsthop.grader.exams.dns.DecoderAssertions.assertHeader;
import static firsthop.grader.exams.dns.DecoderAssertions.assertMalformed;
import static firsthop.grader.exams.dns.DecoderAssertions.assertName;
import static firsthop.grader.exams.dns.DecoderAssertions.assertNames;
import static firsthop.grader.exams.dns.DecoderAssertions.assertQuestions;
import static firsthop.grader.exams.dns.DecoderAssertions.assertReadsAsMuch;
import static firsthop.grader.exams.dns.DecoderAssertions.decodeCall;
import static firsthop.grader.exams.dns.RawMessage.A;
import static firsthop.grader.exams.dns.RawMessage.AAAA;
import static firsthop.grader.exams.dns.RawMessage.CHAOS;
import static firsthop.grader.exams.dns.RawMessage.CNAME;
import static firsthop.grader.exams.dns.RawMessage.EMPTY_RECORD_BYTES;
import static firsthop.grader.exams.dns.RawMessage.HEADER_BYTES;
import static firsthop.grader.exams.dns.RawMessage.IN;
import static firsthop.grader.exams.dns.RawMessage.MX;
import static firsthop.grader.exams.dns.RawMessage.NS;
import static firsthop.grader.exams.dns.RawMessage.OPT;
import static firsthop.grader.exams.dns.RawMessage.PRIVATE;
import static firsthop.grader.exams.dns.RawMessage.PTR;
import static firsthop.grader.exams.dns.RawMessage.SOA;
import static firsthop.grader.exams.dns.RawMessage.TXT;
import static firsthop.grader.exams.dns.RawMessage.asks;
import static firsthop.grader.exams.dns.RawMessage.response;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import firsthop.dns.MessageDecoder;
import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests with three kinds of messages: messages that dnsjava writes; messages that dnsjava would
 * never write, which a test gives byte by byte; and random changes of valid messages. For the last
 * kind, {@link DnsjavaDecoder} gives the expected result.
 */
@Exam(MessageDecoder.class)
class MessageDecoderExam {
  private static final int MUTATED = 10_000;
  private static final int IN_ONE_CALL = 2_500;

  /** On a busy machine, a slow solution needs several seconds for so many messages. */
  private static final int PATIENCE = 10_000;

  /** Enough names to slow down a decoder that does too much work for each pointer. */
  private static final int NAMES_IN_THE_CHAIN = 500;

  private static final int A_FEW_NAMES_BYTES = 4_000;

  @Test
  @Points(1)
  @Clause({
    "flags QR 0x8000, opcode 0x7800, AA 0x0400, TC 0x0200, RD 0x0100, RA 0x0080, three bits"
        + " that are ignored, rcode 0x000F",
    "The opcode is ignored.",
    "The header says how many there are of each.",
    "The parts keep the order that they have in the message.",
    "A TTL that has its top bit set is read as 0 (RFC 2181 §8)."
  })
  @Hint(
      "Test each flag with its own bit mask, and use a mask for the rcode, too. Each section has"
          + " its own count, which may be 0. Read a TTL as an unsigned 32-bit number, in a long."
          + " If its top bit is set, it is 0.")
  void header_gives_id_flags_and_what_the_sections_hold(@Subject MessageDecoder decoder)
      throws Exception {
    assertHeader(decoder, 0, 0x0000, " 0");
    assertHeader(decoder, 1, 0x8000, " QR 0");
    assertHeader(decoder, 0x0102, 0x0400, " AA 0");
    assertHeader(decoder, 0x7FFF, 0x0200, " TC 0");
    assertHeader(decoder, 0x8000, 0x0100, " RD 0");
    assertHeader(decoder, 0x80FF, 0x0080, " RA 0");
    assertHeader(decoder, 0xFF80, 0x8183, " QR RD RA 3");
    assertHeader(decoder, 0xFFFF, 0x000F, " 15");
    assertHeader(decoder, 4_711, 0x7870, " 0");
    assertHeader(decoder, 4_711, 0xFFFA, " QR AA TC RD RA 10");
    RawMessage message = new RawMessage(7, 0x8400, 2, 3, 1, 2);
    message.labels("one").root().typeAndClass(A, IN);
    message.labels("two").root().typeAndClass(65_535, IN);
    message.labels("three").root().address(0, 3);
    message.labels("four").root().address(0x7FFF_FFFFL, 4);
    message.labels("five").root().address(0x8000_0000L, 5);
    message.labels("six").root().address(0xFFFF_FFFFL, 6);
    message.labels("seven").root().address(0x0001_0203L, 7);
    message.labels("eight").root().address(0x00FF_FEFDL, 8);
    byte[] bytes = message.toBytes();
    DnsMessage decoded = decoder.decode(bytes);
    assertThat(decoded.questions())
        .as("questions of " + decodeCall(bytes))
        .containsExactly(new DnsQuestion("one", A), new DnsQuestion("two", 65_535));
    assertThat(decoded.answers())
        .as("answers of " + decodeCall(bytes))
        .containsExactly(
            new DnsRecord("three", A, 0, "10.0.2.3"),
            new DnsRecord("four", A, 2_147_483_647, "10.0.2.4"),
            new DnsRecord("five", A, 0, "10.0.2.5"));
    assertThat(decoded.authority())
        .as("authority records of " + decodeCall(bytes))
        .containsExactly(new DnsRecord("six", A, 0, "10.0.2.6"));
    assertThat(decoded.additional())
        .as("additional records of " + decodeCall(bytes))
        .containsExactly(
            new DnsRecord("seven", A, 66_051, "10.0.2.7"),
            new DnsRecord("eight", A, 16_776_957, "10.0.2.8"));
    RawMessage alone = new RawMessage(8, 0x8000, 0, 0, 1, 0).labels("nine").root().address(9, 9);
    DnsMessage oneRecord = decoder.decode(alone.toBytes());
    assertThat(oneRecord.answers()).as("answers of " + decodeCall(alone.toBytes())).isEmpty();
    assertThat(oneRecord.authority())
        .as("authority records of " + decodeCall(alone.toBytes()))
        .containsExactly(new DnsRecord("nine", A, 9, "10.0.2.9"));
  }

  @Test
  @Points(1)
  @Clause("DnsMessage describes the form of each part in the result.")
  @Hint(
      "A byte in Java has a sign: use & 0xFF. For IPv6, follow RFC 5952 §4: lower case, no"
          + " leading zeros, and a double colon for the longest run of zero groups. A run has at"
          + " least two groups; the first of equal runs counts. IPv4-mapped addresses have a form"
          + " of their own.")
  void addresses_are_written_in_their_one_form(@Subject MessageDecoder decoder) throws Exception {
    assertBuiltData(decoder, A, "0.0.0.0", "0.0.0.0");
    assertBuiltData(decoder, A, "1.20.127.128", "1.20.127.128");
    assertBuiltData(decoder, A, "255.255.255.255", "255.255.255.255");
    assertBuiltData(decoder, AAAA, "0:0:0:0:0:0:0:0", "::");
    assertBuiltData(decoder, AAAA, "0:0:0:0:0:0:0:1", "::1");
    assertBuiltData(decoder, AAAA, "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    assertBuiltData(decoder, AAAA, "2001:0db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    assertBuiltData(decoder, AAAA, "1:0:0:0:2:0:0:0", "1::2:0:0:0");
    assertBuiltData(decoder, AAAA, "1:0:0:2:0:0:0:3", "1:0:0:2::3");
    assertBuiltData(decoder, AAAA, "fe80:0:0:0:ABCD:00ef:f000:80", "fe80::abcd:ef:f000:80");
    assertBuiltData(decoder, AAAA, "0:0:0:0:0:0:c000:201", "::c000:201");
    assertBuiltData(decoder, AAAA, "1:2:3:4:5:6:0:0", "1:2:3:4:5:6::");
    assertBuiltData(decoder, AAAA, "0:0:3:4:5:6:7:8", "::3:4:5:6:7:8");
    assertData(decoder, AAAA, "00000000 00000000 0000ffff c00002ff", "::ffff:192.0.2.255");
  }

  @Test
  @Points(1)
  @Clause({
    "DnsMessage describes the form of each part in the result.",
    "SOA name (mname), name (rname), serial (32), refresh (32), retry (32), expire (32),"
        + " minimum (32)"
  })
  @Hint(
      "Numbers in data are unsigned: an int is too small for 32 bits. If the data is only a"
          + " name, the root is the empty text. In MX and SOA, the root is a dot.")
  void names_in_data_are_names(@Subject MessageDecoder decoder) throws Exception {
    assertBuiltData(decoder, NS, "ns1.one.", "ns1.one");
    assertBuiltData(decoder, CNAME, "c.two.three.four.", "c.two.three.four");
    assertBuiltData(decoder, PTR, "e-f.five_six.", "e-f.five_six");
    assertBuiltData(decoder, MX, "10 h.seven.", "10 h.seven");
    assertBuiltData(decoder, MX, "0 j.", "0 j");
    assertBuiltData(decoder, MX, "65535 l.eight.", "65535 l.eight");
    assertBuiltData(decoder, SOA, "n.nine. o.ten. 1 2 3 4 5", "n.nine o.ten 1 2 3 4 5");
    assertBuiltData(
        decoder,
        SOA,
        "q.11. r.12. 4294967295 2147483648 2147483647 65536 0",
        "q.11 r.12 4294967295 2147483648 2147483647 65536 0");
    assertBuiltData(decoder, NS, ".", "");
    assertBuiltData(decoder, MX, "0 .", "0 .");
    assertBuiltData(decoder, SOA, ". . 9 8 7 6 5", ". . 9 8 7 6 5");
    assertBuiltData(decoder, SOA, "e. . 1 1 1 1 1", "e . 1 1 1 1 1");
  }

  @Test
  @Points(1)
  @Clause({
    "DnsMessage describes the form of each part in the result.",
    "any number of strings, or none; each has one byte before it with the number of its"
        + " bytes, 0 to 255"
  })
  @Hint(
      "For TXT, first join the bytes of all strings, and only then decode UTF-8: a"
          + " character may be cut between two strings. The data of other types is lower-case"
          + " hexadecimal.")
  void text_is_joined_and_other_data_is_hexadecimal(@Subject MessageDecoder decoder)
      throws Exception {
    assertData(decoder, TXT, "05 68656c6c6f 01 20 05 776f726c64", "hello world");
    assertData(decoder, TXT, "04 41c3bc42", "A\u00fcB");
    assertData(decoder, TXT, "02 e282 01 ac 00 02 f09f 02 9880", "\u20ac\ud83d\ude00");
    assertData(decoder, TXT, "03 61ff62 02 c322", "a\ufffdb\ufffd\"");
    assertData(decoder, TXT, "04 2e5c2200", ".\\\"\u0000");
    assertData(decoder, TXT, "", "");
    assertData(
        decoder,
        TXT,
        "ff" + "79".repeat(255) + "fe" + "7a".repeat(254),
        "y".repeat(255) + "z".repeat(254));
    assertData(decoder, PRIVATE, "000a7f80fFc0", "000a7f80ffc0");
    assertData(decoder, 257, "", "");
  }

  @Test
  @Points(1)
  @Clause({
    "Questions and records of a class other than IN (1) are left out. OPT records (type 41)"
        + " are left out too, whatever their class.",
    "If a record is left out, its data is skipped and not checked, but its name is read"
        + " like any other name."
  })
  @Hint(
      "Look at the class and the type before you look at the data. Read the name, skip the"
          + " number of bytes that the length says, and go on with the next record.")
  void other_classes_and_opt_are_left_out(@Subject MessageDecoder decoder) throws Exception {
    RawMessage message = response(3, 6);
    message.labels("chaos").root().typeAndClass(TXT, CHAOS);
    message.labels("net").root().typeAndClass(A, IN);
    message.labels("any").root().typeAndClass(A, 255);
    message.labels("short").root().fieldsOfClass(CHAOS, A, 2).hex("c0ff");
    message.labels("kept").root().address(60, 1);
    message.root().fieldsOfClass(4_096, OPT, 4).hex("000a0000");
    message.root().fieldsOfClass(IN, OPT, 1).hex("2a");
    message.labels("loop").root().fieldsOfClass(257, NS, 3).hex("c00c00");
    message.labels("kept", "too").root().address(60, 2);
    byte[] bytes = message.toBytes();
    assertQuestions(decoder, bytes, new DnsQuestion("net", A));
    assertAnswers(
        decoder,
        bytes,
        new DnsRecord("kept", A, 60, "10.0.2.1"),
        new DnsRecord("kept.too", A, 60, "10.0.2.2"));
    assertMalformed(decoder, response(0, 1).root().fieldsOfClass(CHAOS, TXT, 3).hex("0161"));
    assertMalformed(decoder, response(0, 1).hex("80").fieldsOfClass(CHAOS, A, 0));
  }

  @Test
  @Points(1)
  @Clause("DnsMessage describes the form of each part in the result.")
  @Hint(
      "Escape every dot and every backslash inside a label. Write bytes below 0x21 or above"
          + " 0x7E as three decimal digits after the escape character. Only the letters A to Z"
          + " become lower case.")
  void names_are_lower_case_and_escape_what_they_must(@Subject MessageDecoder decoder)
      throws Exception {
    assertName(decoder, asks().labels("WwW", "eXAMPLE", "AZ-az_09").root(), "www.example.az-az_09");
    assertName(decoder, asks().labels("a.b", "c").root(), "a\\.b.c");
    assertName(decoder, asks().labels("a", "b", "c").root(), "a.b.c");
    assertName(decoder, asks().labels("\\", "\\046").root(), "\\\\.\\\\046");
    assertName(decoder, asks().labels(" ", "!", "~", "a b").root(), "\\032.!.~.a\\032b");
    assertName(decoder, asks().hex("05 00090a1f7f 00"), "\\000\\009\\010\\031\\127");
    assertName(decoder, asks().hex("04 80c4e9ff 00"), "\\128\\196\\233\\255");
    assertName(decoder, asks().labels("\";@$()*", "[`{^").root(), "\";@$()*.[`{^");
    assertData(decoder, CNAME, "04 582e2059 00", "x\\.\\032y");
    assertData(decoder, MX, "0001 03 5c2e5a 00", "1 \\\\\\.z");
  }

  @Test
  @Points(1)
  @Clause({
    "Every name may have pointers: in questions, at the start of records, and in the data"
        + " of NS, CNAME, PTR, MX and SOA.",
    "In the message, a name ends after its first pointer, and the next field begins there."
  })
  @Hint(
      "Keep two positions: where you read labels, and where the record continues. The"
          + " record continues right after the first pointer of the name, also inside data.")
  void compression_may_be_wherever_there_are_names(@Subject MessageDecoder decoder)
      throws Exception {
    byte[] bytes =
        new DnsjavaMessageBuilder(4)
            .question("www.shop.example.", A)
            .answer("www.shop.example.", CNAME, "web.shop.example.")
            .answer("web.shop.example.", A, "10.0.2.80")
            .answer("shop.example.", MX, "5 mail.shop.example.")
            .answer("shop.example.", NS, "shop.example.")
            .answer("4.shop.example.", PTR, "four.example.")
            .answer("example.", SOA, "ns.example. root.shop.example. 7 6 5 4 3")
            .answer("web.shop.example.", AAAA, "2001:db8:0:0:0:0:0:80")
            .toBytes();
    assertQuestions(decoder, bytes, new DnsQuestion("www.shop.example", A));
    assertAnswers(
        decoder,
        bytes,
        new DnsRecord("www.shop.example", CNAME, 300, "web.shop.example"),
        new DnsRecord("web.shop.example", A, 300, "10.0.2.80"),
        new DnsRecord("shop.example", MX, 300, "5 mail.shop.example"),
        new DnsRecord("shop.example", NS, 300, "shop.example"),
        new DnsRecord("4.shop.example", PTR, 300, "four.example"),
        new DnsRecord("example", SOA, 300, "ns.example root.shop.example 7 6 5 4 3"),
        new DnsRecord("web.shop.example", AAAA, 300, "2001:db8::80"));
  }

  @Test
  @Points(1)
  @Clause(
      "The other 14 bits of these two bytes say where in the message the name continues,"
          + " counted from the first byte of the header")
  @Hint(
      "Take the low six bits of the first byte and all eight bits of the second byte; a"
          + " byte in Java has a sign. The result counts from the first byte of the message, not"
          + " from the end of the header or from the start of the data.")
  void pointers_count_14_bits_from_the_header(@Subject MessageDecoder decoder) throws Exception {
    // The example of RFC 1035 §4.1.4, with the same places in the message.
    RawMessage message = response(7, 1);
    message.labels("ab").root().question();
    message.labels("F", "ISI", "ARPA").root().question(); // at 20
    message.labels("abc", "FOO").pointer(20).question(); // FOO at 40
    message.labels("abcdefgh").root().question();
    message.pointer(26).question(); // at 64
    message.labels("abcdefghijklmnop").root().question();
    message.root().question(); // at 92
    message.pointer(40).empty();
    assertNames(
        decoder,
        message,
        "ab",
        "f.isi.arpa",
        "abc.foo.f.isi.arpa",
        "abcdefgh",
        "arpa",
        "abcdefghijklmnop",
        "",
        "foo.f.isi.arpa");
    for (int place : new int[] {255, 256, 300, 0x1234, 0x2B0C, 0x3FFF}) {
      RawMessage far = response(0, 3);
      int room = place - far.here() - EMPTY_RECORD_BYTES;
      far.root().fields(PRIVATE, 1, room).bytes(new byte[room]);
      far.labels("far", "away").root().empty();
      assertNames(decoder, far.pointer(place).empty(), "", "far.away", "far.away");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The labels before the pointer and the labels at that place make one name.",
    "A name may have any number of pointers. They may lead to any place in the message that"
        + " is far enough back: to another pointer, into the middle of a name, or into data."
  })
  @Hint(
      "At the target of a pointer there may be labels and another pointer, or nothing but a"
          + " pointer, or the middle of a name. Do not limit the number of pointers.")
  void a_name_may_be_in_many_pieces(@Subject MessageDecoder decoder) throws Exception {
    RawMessage message = response(0, 11);
    int example = message.here();
    message.labels("example").root().empty();
    int twoPieces = message.here();
    message.labels("b").pointer(example).empty();
    int threePieces = message.here();
    message.labels("a").pointer(twoPieces).empty();
    int pointer = message.here();
    message.pointer(threePieces).empty();
    int pointerToPointer = message.here();
    message.pointer(pointer).empty();
    message.labels("x").pointer(pointerToPointer).empty();
    int names = message.here();
    message.labels("one", "two").root().empty();
    message.pointer(names + 4).empty();
    int data = message.here() + EMPTY_RECORD_BYTES;
    message.root().fields(PRIVATE, 1, 6).labels("in").pointer(twoPieces).root();
    message.labels("d").pointer(data).empty();
    message.pointer(data + 5).empty();
    assertNames(
        decoder,
        message,
        "example",
        "b.example",
        "a.b.example",
        "a.b.example",
        "a.b.example",
        "x.a.b.example",
        "one.two",
        "two",
        "",
        "d.in.b.example",
        "");
    // The bytes of the id and the flags are the label "a" and a root.
    RawMessage header = new RawMessage(0x0161, 0x0080, 1, 0, 0, 0).labels("b").pointer(0);
    assertName(decoder, header, "b.a");
  }

  @Test
  @Points(1)
  @Clause({
    "A pointer must lead to a place before the start of the piece that it stands in.",
    "Any other pointer is malformed."
  })
  @Hint(
      "Remember where the current piece of the name starts. The target of a pointer must be"
          + " less than this start; it is not enough that it is less than the place of the"
          + " pointer. After each pointer, a new piece starts.")
  void a_pointer_leads_further_back_or_is_malformed(@Subject MessageDecoder decoder)
      throws Exception {
    int first = HEADER_BYTES;
    assertName(decoder, asks().pointer(first - 1), "");
    assertName(decoder, asks().labels("a").pointer(first - 1), "a");
    assertBadNames(
        decoder,
        asks().pointer(first),
        asks().pointer(first + 1),
        asks().pointer(first + 2).question().labels("a").root(),
        asks().pointer(first + 6),
        asks().pointer(0x3FFF),
        asks().labels("a").pointer(first),
        asks().labels("a", "b").pointer(first + 2),
        asks().labels("a").pointer(first + 2),
        asks().number8(3).labels("a").root().pointer(first + 1)); // into the bytes of its own label
    int data = first + EMPTY_RECORD_BYTES;
    assertNames(decoder, pointsIntoData("0161 00", data), "", "a");
    assertNames(decoder, pointsIntoData("0161 00 0162 c017", data + 3), "", "b.a");
    assertNames(decoder, pointsIntoData("0161 00 c017", data + 3), "", "a");
    assertMalformed(decoder, pointsIntoData("c019 c017", data)); // they point to each other
    assertMalformed(decoder, pointsIntoData("c019 c017", data + 2));
    assertMalformed(decoder, pointsIntoData("0161 c017", data));
    assertMalformed(
        decoder,
        pointsIntoData("0161 c01b 0162 00", data)); // forward, and then to a place before that
    assertMalformed(decoder, pointsIntoData("c019 0162 00", data));
    assertMalformed(decoder, pointsIntoData("03016100 c018", data));
    assertMalformed(decoder, pointsIntoData("0161 c017 c017 c01b", data + 6));
  }

  @Test
  @Points(1)
  @Clause({
    "If the two highest bits of a length byte are 01 or 10, the message is malformed.",
    "On the wire, a name has at most 255 bytes. Its length bytes and the 0 at its end"
        + " count; its pointers do not count. A longer name is malformed."
  })
  @Hint(
      "The two highest bits of a length byte have four values, and two of them are"
          + " malformed. For the length of a name, add the length bytes and labels of all its"
          + " pieces and the 0 at the end, but not the pointers.")
  void labels_and_names_have_their_limits(@Subject MessageDecoder decoder) throws Exception {
    String a = "a".repeat(63);
    String b = "b".repeat(61);
    String[] ones = new String[127];
    Arrays.fill(ones, "1");
    assertName(decoder, asks().labels(a, a, a, b).root(), String.join(".", a, a, a, b));
    assertName(decoder, asks().labels(ones).root(), String.join(".", ones));
    assertNames(
        decoder, inTwoPieces(b, a), String.join(".", a, a, a), String.join(".", b, a, a, a));
    assertBadNames(
        decoder,
        asks().labels(a, a, a, b + "b").root(),
        asks().labels(a, a, a, a).root(),
        asks().labels(ones).labels("1").root());
    assertMalformed(decoder, inTwoPieces(b + "b", a));
    byte[] zeros = new byte[200];
    for (int kind : new int[] {0x40, 0x41, 0x7F, 0x80, 0x81, 0xBF}) {
      assertBadNames(
          decoder,
          asks().number8(kind).bytes(zeros),
          asks().labels("a").number8(kind).bytes(zeros));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The data of NS, CNAME, PTR, MX, SOA and TXT must have exactly the contents listed"
        + " below, without any byte after them. The data of A has 4 bytes, and that of AAAA has"
        + " 16.",
    "A pointer may lead to a place outside the data, but both of its own bytes must be"
        + " inside the data."
  })
  @Hint(
      "While you read data, its end is the limit for every byte in it, also for both bytes"
          + " of a pointer. After that, no byte of the data may be left.")
  void data_is_used_up_exactly(@Subject MessageDecoder decoder) throws Exception {
    String numbers = "00000001 00000002 00000003 00000004 00000005";
    assertData(decoder, A, "01020304", "1.2.3.4");
    assertData(decoder, AAAA, "0001" + "00".repeat(13) + "02", "1::2");
    assertData(decoder, NS, "0161 00", "a");
    assertData(decoder, CNAME, "0161 c00c", "a");
    assertData(decoder, PTR, "c00c", "");
    assertData(decoder, MX, "000a 0161 00", "10 a");
    assertData(decoder, SOA, "0161 00 0162 00" + numbers, "a b 1 2 3 4 5");
    assertData(decoder, TXT, "0161 0162", "ab");
    assertBadData(decoder, A, "", "01", "010203", "0102030405", "00".repeat(16));
    assertBadData(decoder, AAAA, "", "01020304", "00".repeat(15), "00".repeat(17));
    for (int type : new int[] {NS, CNAME, PTR}) {
      assertBadData(decoder, type, "", "01", "0161", "0161 0000", "c0", "0161 c0", "c00c 00");
    }
    assertBadData(decoder, MX, "", "00", "000a", "000a 01", "000a 0161 00 00", "000a c00c 00");
    assertBadData(decoder, SOA, "", "00", "00 00", "00 00" + numbers + "00", "00" + numbers);
    assertBadData(decoder, SOA, "00 00" + numbers.substring(2), "00 00 00000001");
    assertBadData(decoder, TXT, "01", "0261", "0161 02", "0161 03 6162", "ff 00");
  }

  @Test
  @Points(1)
  @Clause({
    "A message is malformed if it ends before all the parts that its header counts.",
    "Bytes after these parts are ignored."
  })
  @Hint(
      "Before every read, check that enough bytes are left, also inside a number. TC"
          + " changes nothing: the header of a truncated message counts only the records that are"
          + " there.")
  void message_is_whole_or_malformed(@Subject MessageDecoder decoder) throws Exception {
    byte[] whole =
        new DnsjavaMessageBuilder(5)
            .question("cut.", A)
            .answer("short.", TXT, "\"some text\" \"more\"")
            .answer("long.", SOA, "a. b. 1 2 3 4 5")
            .answer("v6.", AAAA, "2001:db8:0:0:0:0:0:9")
            .authority("up.", NS, "c.")
            .additional("over.", PRIVATE, "\\# 3 010203")
            .toBytes();
    byte[] truncated = whole.clone();
    truncated[2] |= 0x02;
    List<byte[]> messages = new ArrayList<>();
    for (byte[] message : List.of(whole, truncated)) {
      for (int length = 0; length <= message.length; length++) {
        messages.add(Arrays.copyOf(message, length));
      }
      messages.add(Arrays.copyOf(message, message.length + 1));
      messages.add(with(message, "c0ff00010001"));
      messages.add(with(message, "ff".repeat(400)));
    }
    assertReadsAsMuch(decoder, messages);
    RawMessage promises = new RawMessage(6, 0x8000, 65_535, 65_535, 65_535, 65_535);
    assertMalformed(decoder, promises);
    assertMalformed(decoder, promises.labels("one").root().question());
    assertQuestions(decoder, with(whole, "00"), new DnsQuestion("cut", A));
  }

  @Test
  @TimeLimit(PATIENCE)
  @Points(1)
  @Clause(
      "No bytes may make the decoder run forever, and none may make it throw another"
          + " exception or an Error.")
  @Hint(
      "Assume that an attacker chose every length, count and pointer. Check each of them"
          + " against the bytes that are left, and make sure that every loop ends.")
  void damaged_messages_are_read_or_malformed(@Subject MessageDecoder decoder, Seed seed) {
    List<byte[]> mutated = MutatedMessages.of(MUTATED, seed.random());
    for (int i = 0; i < MUTATED; i += IN_ONE_CALL) {
      assertReadsAsMuch(decoder, mutated.subList(i, i + IN_ONE_CALL));
    }
  }

  @Test
  @Points(1)
  @Clause("It decodes a message of 65,535 bytes within one second, in a JVM with a heap of 64 MiB.")
  @Hint(
      "A message may have thousands of names and thousands of pointers. Use a loop and not"
          + " recursion, and do not copy an array or make a string for each pointer. Do not"
          + " reserve memory for a count that the header only claims.")
  void large_messages_cost_no_more_than_they_must(@Subject MessageDecoder decoder)
      throws Exception {
    assertAnswers(
        decoder,
        HostileMessages.chainOfPointers(NAMES_IN_THE_CHAIN),
        new DnsRecord("chain", A, 60, "10.0.2.99"));
    assertData(decoder, HostileMessages.longNames(CHAOS, A_FEW_NAMES_BYTES), "10.0.2.99");
    byte[] kept = HostileMessages.longNames(IN, HostileMessages.MAX_BYTES);
    assertMalformed(
        decoder, Arrays.copyOf(kept, kept.length - 1)); // all is read, but there is no result
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause("decode neither changes the array nor keeps it")
  @Hint("Do not write into the array that you get, and do not keep it after the call.")
  void arrays_belong_to_the_caller(@Subject MessageDecoder decoder) throws Exception {
    byte[] message =
        new DnsjavaMessageBuilder(4)
            .question("WWW.Example.", A)
            .answer("WWW.Example.", CNAME, "Web.Example.")
            .answer("Web.Example.", AAAA, "2001:db8:0:0:0:0:0:80")
            .answer("example.", TXT, "\"Some text\"")
            .toBytes();
    for (int call = 0; call < 2; call++) {
      assertMalformed(decoder, Arrays.copyOf(message, message.length - 1));
      assertQuestions(decoder, message, new DnsQuestion("www.example", A));
      assertAnswers(
          decoder,
          message,
          new DnsRecord("www.example", CNAME, 300, "web.example"),
          new DnsRecord("web.example", AAAA, 300, "2001:db8::80"),
          new DnsRecord("example", TXT, 300, "Some text"));
      assertMalformed(decoder, overwritten(message));
    }
  }

  /** Returns a message with a name of three labels, and a name that puts a label before it. */
  private static RawMessage inTwoPieces(String label, String oneOfThree) {
    RawMessage message = response(0, 2);
    message.labels(oneOfThree, oneOfThree, oneOfThree).root().empty();
    return message.labels(label).pointer(HEADER_BYTES).empty();
  }

  /** Returns a message with data that begins at byte 23, and a name that is only a pointer. */
  private static RawMessage pointsIntoData(String digits, int target) {
    byte[] data = HexFormat.of().parseHex(digits.replace(" ", ""));
    RawMessage message = response(0, 2).root().fields(PRIVATE, 1, data.length).bytes(data);
    return message.pointer(target).empty();
  }

  private static byte[] with(byte[] message, String digits) {
    byte[] more = HexFormat.of().parseHex(digits);
    byte[] all = Arrays.copyOf(message, message.length + more.length);
    System.arraycopy(more, 0, all, message.length, more.length);
    return all;
  }
}
