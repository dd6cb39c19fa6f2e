package firsthop.grader.exams.dns;

import static firsthop.grader.exams.dns.DecoderQuestions.assertAnswers;
import static firsthop.grader.exams.dns.DecoderQuestions.assertData;
import static firsthop.grader.exams.dns.DecoderQuestions.assertDecodes;
import static firsthop.grader.exams.dns.DecoderQuestions.assertMalformed;
import static firsthop.grader.exams.dns.DecoderQuestions.assertNames;
import static firsthop.grader.exams.dns.DecoderQuestions.assertQuestions;
import static firsthop.grader.exams.dns.DecoderQuestions.assertReadsAsMuch;
import static firsthop.grader.exams.dns.RawMessage.A;
import static firsthop.grader.exams.dns.RawMessage.AAAA;
import static firsthop.grader.exams.dns.RawMessage.CHAOS;
import static firsthop.grader.exams.dns.RawMessage.CNAME;
import static firsthop.grader.exams.dns.RawMessage.HEADER_BYTES;
import static firsthop.grader.exams.dns.RawMessage.IN;
import static firsthop.grader.exams.dns.RawMessage.MX;
import static firsthop.grader.exams.dns.RawMessage.NS;
import static firsthop.grader.exams.dns.RawMessage.OPT;
import static firsthop.grader.exams.dns.RawMessage.PRIVATE;
import static firsthop.grader.exams.dns.RawMessage.PTR;
import static firsthop.grader.exams.dns.RawMessage.SOA;
import static firsthop.grader.exams.dns.RawMessage.TXT;
import static firsthop.grader.exams.dns.RawMessage.response;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import firsthop.dns.MalformedMessageException;
import firsthop.dns.MessageDecoder;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three kinds of message: what dnsjava writes, what stands byte by byte in a test because dnsjava
 * would never write it, and what chance makes of the former. Of the last, {@link SecondReader} says
 * what they mean.
 */
@Exam(MessageDecoder.class)
class MessageDecoderExam {
  private static final List<DnsQuestion> NO_QUESTIONS = List.of();
  private static final List<DnsRecord> NONE = List.of();

  /** In all, and in one call: what comes back must fit into a frame. */
  private static final int MUTATED = 10_000;

  private static final int IN_ONE_CALL = 2_500;

  /** Of a record at the root without data. */
  private static final int EMPTY_RECORD_BYTES = 11;

  /** Enough to be dear for a decoder that pays for each pointer with more than a step. */
  private static final int NAMES_IN_THE_CHAIN = 500;

  private static final int A_FEW_NAMES_BYTES = 4_000;

  @Test
  @Points(1)
  @Clause({
    "flags QR 0x8000, opcode 0x7800, AA 0x0400, TC 0x0200, RD 0x0100, RA 0x0080, three bits that"
        + " are ignored, rcode 0x000F",
    "The opcode is ignored."
  })
  @Hint("Each flag is one bit, and the bits around it are none of its business.")
  void header_gives_the_id_and_each_flag(@Subject MessageDecoder decoder) throws Exception {
    assertHeader(decoder, 0, 0x0000, false, false, false, false, false, 0);
    assertHeader(decoder, 1, 0x8000, true, false, false, false, false, 0);
    assertHeader(decoder, 0x0102, 0x0400, false, true, false, false, false, 0);
    assertHeader(decoder, 0x7FFF, 0x0200, false, false, true, false, false, 0);
    assertHeader(decoder, 0x8000, 0x0100, false, false, false, true, false, 0);
    assertHeader(decoder, 0x80FF, 0x0080, false, false, false, false, true, 0);
    assertHeader(decoder, 0xFF80, 0x8183, true, false, false, true, true, 3);
    assertHeader(decoder, 0xFFFF, 0x000F, false, false, false, false, false, 15);
    assertHeader(decoder, 4_711, 0x7870, false, false, false, false, false, 0);
    assertHeader(decoder, 4_711, 0xFFFA, true, true, true, true, true, 10);
  }

  @Test
  @Points(1)
  @Clause({
    "as many of each as the header says",
    "The parts keep the order that they have in the message.",
    "One with the top bit set reads as 0 (RFC 2181 §8)."
  })
  @Hint("Four sections in a row, and any of them may be empty. And how large is a TTL?")
  void sections_hold_what_the_header_counts(@Subject MessageDecoder decoder) throws Exception {
    RawMessage message = new RawMessage(7, 0x8400, 2, 3, 1, 2);
    message.labels("one").root().typeAndClass(A, IN);
    message.labels("two").root().typeAndClass(65_535, IN);
    message.labels("three").root().fields(A, 0, 4).hex("c0000203");
    message.labels("four").root().fields(A, 0x7FFF_FFFFL, 4).hex("c0000204");
    message.labels("five").root().fields(A, 0x8000_0000L, 4).hex("c0000205");
    message.labels("six").root().fields(A, 0xFFFF_FFFFL, 4).hex("c0000206");
    message.labels("seven").root().fields(A, 0x0001_0203L, 4).hex("c0000207");
    message.labels("eight").root().fields(A, 0x00FF_FEFDL, 4).hex("c0000208");
    assertDecodes(
        decoder,
        message.toBytes(),
        new DnsMessage(
            7,
            true,
            true,
            false,
            false,
            false,
            0,
            List.of(new DnsQuestion("one", A), new DnsQuestion("two", 65_535)),
            List.of(
                new DnsRecord("three", A, 0, "192.0.2.3"),
                new DnsRecord("four", A, 2_147_483_647, "192.0.2.4"),
                new DnsRecord("five", A, 0, "192.0.2.5")),
            List.of(new DnsRecord("six", A, 0, "192.0.2.6")),
            List.of(
                new DnsRecord("seven", A, 66_051, "192.0.2.7"),
                new DnsRecord("eight", A, 16_776_957, "192.0.2.8"))));
    RawMessage alone = new RawMessage(8, 0x8000, 0, 0, 1, 0);
    alone.labels("nine").root().fields(A, 9, 4).hex("c0000209");
    assertDecodes(
        decoder,
        alone.toBytes(),
        new DnsMessage(
            8,
            true,
            false,
            false,
            false,
            false,
            0,
            NO_QUESTIONS,
            NONE,
            List.of(new DnsRecord("nine", A, 9, "192.0.2.9")),
            NONE));
  }

  @Test
  @Points(1)
  @Clause("How the parts are to be written down stands in DnsMessage.")
  @Hint("An octet has no sign, and an IPv6 address has one text alone: that of RFC 5952.")
  void addresses_are_written_in_their_one_form(@Subject MessageDecoder decoder) throws Exception {
    List<String> octets = List.of("0.0.0.0", "1.20.127.128", "255.255.255.255");
    List<String> groups =
        List.of(
            "0:0:0:0:0:0:0:0",
            "0:0:0:0:0:0:0:1",
            "2001:db8:0:0:1:0:0:1",
            "2001:0db8:0:1:1:1:1:1",
            "1:0:0:0:2:0:0:0",
            "1:0:0:2:0:0:0:3",
            "fe80:0:0:0:ABCD:00ef:f000:80",
            "0:0:0:0:0:0:c000:201",
            "64:ff9b:0:0:0:0:c000:221",
            "1:2:3:4:5:6:0:0",
            "0:0:3:4:5:6:7:8");
    BuiltMessage message = new BuiltMessage(1);
    octets.forEach(address -> message.answer("v4-" + address.length() + ".", A, address));
    for (int i = 0; i < groups.size(); i++) {
      message.answer("v6-" + i + ".", AAAA, groups.get(i)); // no two names have a common end
    }
    assertData(
        decoder,
        message.toBytes(),
        "0.0.0.0",
        "1.20.127.128",
        "255.255.255.255",
        "::",
        "::1",
        "2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1",
        "1::2:0:0:0",
        "1:0:0:2::3",
        "fe80::abcd:ef:f000:80",
        "::c000:201",
        "64:ff9b::c000:221",
        "1:2:3:4:5:6::",
        "::3:4:5:6:7:8");
    RawMessage mapped = response(0, 1).root().fields(AAAA, 1, 16);
    mapped.hex("00000000 00000000 0000ffff c00002ff");
    assertData(decoder, mapped.toBytes(), "::ffff:192.0.2.255");
  }

  @Test
  @Points(1)
  @Clause({
    "How the parts are to be written down stands in DnsMessage.",
    "SOA name (mname), name (rname), serial (32), refresh (32), retry (32), expire (32), minimum (32)"
  })
  @Hint("Numbers in data have no sign; and how is the root written alone, and beside other things?")
  void names_in_data_are_names(@Subject MessageDecoder decoder) throws Exception {
    assertData(
        decoder,
        new BuiltMessage(2)
            .answer("a.", NS, "ns1.one.")
            .answer("b.", CNAME, "c.two.three.four.")
            .answer("d.", PTR, "e-f.five_six.")
            .answer("g.", MX, "10 h.seven.")
            .answer("i.", MX, "0 j.")
            .answer("k.", MX, "65535 l.eight.")
            .answer("m.", SOA, "n.nine. o.ten. 1 2 3 4 5")
            .answer("p.", SOA, "q.11. r.12. 4294967295 2147483648 2147483647 65536 0")
            .toBytes(),
        "ns1.one",
        "c.two.three.four",
        "e-f.five_six",
        "10 h.seven",
        "0 j",
        "65535 l.eight",
        "n.nine o.ten 1 2 3 4 5",
        "q.11 r.12 4294967295 2147483648 2147483647 65536 0");
    assertData(
        decoder,
        new BuiltMessage(3)
            .answer("a.", NS, ".")
            .answer("b.", MX, "0 .")
            .answer("c.", SOA, ". . 9 8 7 6 5")
            .answer("d.", SOA, "e. . 1 1 1 1 1")
            .toBytes(),
        "",
        "0 .",
        ". . 9 8 7 6 5",
        "e . 1 1 1 1 1");
  }

  @Test
  @Points(1)
  @Clause({
    "How the parts are to be written down stands in DnsMessage.",
    "strings, each with one byte before it that says how many bytes it has, 0 to 255; there may be"
        + " none"
  })
  @Hint("When do bytes become characters: string by string, or once all of them are there?")
  void text_is_joined_and_other_data_is_hexadecimal(@Subject MessageDecoder decoder)
      throws Exception {
    RawMessage message = response(0, 8);
    textRecord(message, "05 68656c6c6f 01 20 05 776f726c64");
    textRecord(message, "04 41c3bc42");
    textRecord(message, "02 e282 01 ac 00 02 f09f 02 9880");
    textRecord(message, "03 61ff62 02 c322");
    textRecord(message, "04 2e5c2200");
    textRecord(message, "");
    message.root().fields(PRIVATE, 1, 6).hex("000a7f80fFc0");
    message.root().fields(257, 1, 0);
    assertData(
        decoder,
        message.toBytes(),
        "hello world",
        "A\u00fcB",
        "\u20ac\ud83d\ude00",
        "a\ufffdb\ufffd\"",
        ".\\\"\u0000",
        "",
        "000a7f80ffc0",
        "");
    RawMessage longest = response(0, 1).root().fields(TXT, 1, 512);
    longest.number8(255).ascii("y".repeat(255)).number8(255).ascii("z".repeat(255));
    assertData(decoder, longest.toBytes(), "y".repeat(255) + "z".repeat(255));
  }

  @Test
  @Points(1)
  @Clause({
    "Questions and records of other classes than IN (1) are left out, and so are OPT records (type"
        + " 41), whatever their class.",
    "The data of what is left out is skipped and not looked at; its name is read like any other."
  })
  @Hint("What is left out is still in the way: after it the next one begins.")
  void other_classes_and_opt_are_left_out(@Subject MessageDecoder decoder) throws Exception {
    RawMessage message = response(3, 6);
    message.labels("chaos").root().typeAndClass(TXT, CHAOS);
    message.labels("net").root().typeAndClass(A, IN);
    message.labels("any").root().typeAndClass(A, 255);
    message.labels("short").root().typeAndClass(A, CHAOS).number32(60).number16(2).hex("c0ff");
    message.labels("kept").root().fields(A, 60, 4).hex("cb007101");
    message.root().typeAndClass(OPT, 4_096).number32(0x8000).number16(4).hex("000a0000");
    message.root().typeAndClass(OPT, IN).number32(0).number16(1).hex("2a");
    message.labels("loop").root().typeAndClass(NS, 257).number32(60).number16(3).hex("c00c00");
    message.labels("kept", "too").root().fields(A, 60, 4).hex("cb007102");
    byte[] bytes = message.toBytes();
    assertQuestions(decoder, bytes, new DnsQuestion("net", A));
    assertAnswers(
        decoder,
        bytes,
        new DnsRecord("kept", A, 60, "203.0.113.1"),
        new DnsRecord("kept.too", A, 60, "203.0.113.2"));
    RawMessage cut = response(0, 1).root().typeAndClass(TXT, CHAOS).number32(0).number16(3);
    assertMalformed(decoder, cut.hex("0161").toBytes());
    RawMessage badName = response(0, 1).hex("80");
    assertMalformed(decoder, badName.typeAndClass(A, CHAOS).number32(0).number16(0).toBytes());
  }

  @Test
  @Points(1)
  @Clause("How the parts are to be written down stands in DnsMessage.")
  @Hint("A label may hold any byte, and its text must show where it begins and ends.")
  void names_are_lower_case_and_escape_what_they_must(@Subject MessageDecoder decoder)
      throws Exception {
    RawMessage message = response(0, 8);
    emptyRecord(message.labels("WwW", "eXAMPLE", "AZ-az_09").root());
    emptyRecord(message.labels("a.b", "c").root());
    emptyRecord(message.labels("a", "b", "c").root());
    emptyRecord(message.labels("\\", "\\046").root());
    emptyRecord(message.labels(" ", "!", "~", "a b").root());
    emptyRecord(message.number8(5).hex("00 09 0a 1f 7f").root());
    emptyRecord(message.number8(4).hex("80 c4 e9 ff").root());
    emptyRecord(message.labels("\";@$()*", "[`{^").root());
    assertNames(
        decoder,
        message.toBytes(),
        "www.example.az-az_09",
        "a\\.b.c",
        "a.b.c",
        "\\\\.\\\\046",
        "\\032.!.~.a\\032b",
        "\\000\\009\\010\\031\\127",
        "\\128\\196\\233\\255",
        "\";@$()*.[`{^");
    RawMessage data = response(0, 2);
    data.root().fields(CNAME, 1, 6).labels("X. Y").root();
    data.root().fields(MX, 1, 7).number16(1).labels("\\.Z").root();
    assertData(decoder, data.toBytes(), "x\\.\\032y", "1 \\\\\\.z");
  }

  @Test
  @Points(1)
  @Clause({
    "Pointers may stand wherever a name does: in questions, before records, and in the data of NS,"
        + " CNAME, PTR, MX and SOA.",
    "Behind its first pointer the name is over, and what follows it in the message stands there."
  })
  @Hint("Where does reading go on after a name with a pointer, and after data with one?")
  void compression_may_be_wherever_there_are_names(@Subject MessageDecoder decoder)
      throws Exception {
    byte[] bytes =
        new BuiltMessage(4)
            .question("www.shop.example.", A)
            .answer("www.shop.example.", CNAME, "web.shop.example.")
            .answer("web.shop.example.", A, "192.0.2.80")
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
        new DnsRecord("web.shop.example", A, 300, "192.0.2.80"),
        new DnsRecord("shop.example", MX, 300, "5 mail.shop.example"),
        new DnsRecord("shop.example", NS, 300, "shop.example"),
        new DnsRecord("4.shop.example", PTR, 300, "four.example"),
        new DnsRecord("example", SOA, 300, "ns.example root.shop.example 7 6 5 4 3"),
        new DnsRecord("web.shop.example", AAAA, 300, "2001:db8::80"));
  }

  @Test
  @Points(1)
  @Clause(
      "the other 14 bits, those of the next byte among them, say where in the message the name goes"
          + " on, counted from the first byte of the header")
  @Hint("A pointer has 14 bits, and they are in two bytes. From where do they count?")
  void pointers_count_14_bits_from_the_header(@Subject MessageDecoder decoder) throws Exception {
    // The example of RFC 1035 §4.1.4, at the places that it has there.
    RawMessage message = response(7, 1);
    message.labels("ab").root().typeAndClass(A, IN);
    message.labels("F", "ISI", "ARPA").root().typeAndClass(A, IN); // at 20
    message.labels("abc", "FOO").pointer(20).typeAndClass(A, IN); // FOO at 40
    message.labels("abcdefgh").root().typeAndClass(A, IN);
    message.pointer(26).typeAndClass(A, IN); // at 64
    message.labels("abcdefghijklmnop").root().typeAndClass(A, IN);
    message.root().typeAndClass(A, IN); // at 92
    emptyRecord(message.pointer(40));
    assertNames(
        decoder,
        message.toBytes(),
        "ab",
        "f.isi.arpa",
        "abc.foo.f.isi.arpa",
        "abcdefgh",
        "arpa",
        "abcdefghijklmnop",
        "",
        "foo.f.isi.arpa");
    RawMessage far = response(0, 15);
    List<Integer> places = List.of(255, 300, 0x1234, 0x2B0C, 0x3FFF);
    for (int place : places) {
      int room = place - far.here() - EMPTY_RECORD_BYTES;
      far.root().fields(PRIVATE, 1, room).bytes(new byte[room]);
      emptyRecord(far.labels("at" + place).root());
    }
    places.forEach(place -> emptyRecord(far.pointer(place)));
    assertNames(
        decoder,
        far.toBytes(),
        "",
        "at255",
        "",
        "at300",
        "",
        "at4660",
        "",
        "at11020",
        "",
        "at16383",
        "at255",
        "at300",
        "at4660",
        "at11020",
        "at16383");
  }

  @Test
  @Points(1)
  @Clause({
    "What was read up to there and what stands there make one name.",
    "There may be any number of pointers in a name, and they may lead anywhere in the message that"
        + " is far enough back: to another pointer, into the midst of a name, into data."
  })
  @Hint("What a pointer leads to may itself have a pointer, or be nothing but a pointer.")
  void a_name_may_be_in_many_pieces(@Subject MessageDecoder decoder) throws Exception {
    RawMessage message = response(0, 11);
    int example = message.here();
    emptyRecord(message.labels("example").root());
    int twoPieces = message.here();
    emptyRecord(message.labels("b").pointer(example));
    int threePieces = message.here();
    emptyRecord(message.labels("a").pointer(twoPieces));
    int pointer = message.here();
    emptyRecord(message.pointer(threePieces));
    int pointerToPointer = message.here();
    emptyRecord(message.pointer(pointer));
    emptyRecord(message.labels("x").pointer(pointerToPointer));
    int names = message.here();
    emptyRecord(message.labels("one", "two").root());
    emptyRecord(message.pointer(names + 4));
    int data = message.here() + EMPTY_RECORD_BYTES;
    message.root().fields(PRIVATE, 1, 6).labels("in").pointer(twoPieces).root();
    emptyRecord(message.labels("d").pointer(data));
    emptyRecord(message.pointer(data + 5));
    assertNames(
        decoder,
        message.toBytes(),
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
    // The id and the flags of this one are the label "a" and a root.
    RawMessage header = new RawMessage(0x0161, 0x0080, 1, 0, 0, 0).labels("b").pointer(0);
    assertNames(decoder, header.typeAndClass(A, IN).toBytes(), "b.a");
  }

  @Test
  @Points(1)
  @Clause({
    "A pointer leads to before the place where the name began, or, after a pointer was followed, to"
        + " before the place that it led to.",
    "Any other pointer is malformed."
  })
  @Hint("Not every pointer that is no use makes a loop: which places are far enough back?")
  void a_pointer_leads_further_back_or_is_malformed(@Subject MessageDecoder decoder)
      throws Exception {
    int first = HEADER_BYTES;
    assertNames(decoder, question(response(1, 0).pointer(first - 1)), "");
    assertNames(decoder, question(response(1, 0).labels("a").pointer(first - 1)), "a");
    assertMalformed(
        decoder,
        question(response(1, 0).pointer(first)),
        question(response(1, 0).pointer(first + 1)),
        question(response(1, 0).pointer(first + 2).typeAndClass(A, IN).labels("a").root()),
        question(response(1, 0).pointer(first + 6)),
        question(response(1, 0).pointer(0x3FFF)),
        question(response(1, 0).labels("a").pointer(first)),
        question(response(1, 0).labels("a", "b").pointer(first + 2)),
        question(response(1, 0).labels("a").pointer(first + 2)),
        // A label of three bytes, which are a name themselves.
        question(response(1, 0).number8(3).labels("a").root().pointer(first + 1)));
    int data = first + EMPTY_RECORD_BYTES;
    assertNames(decoder, pointsIntoData("0161 00", data), "", "a");
    assertNames(decoder, pointsIntoData("0161 00 0162 c017", data + 3), "", "b.a");
    assertNames(decoder, pointsIntoData("0161 00 c017", data + 3), "", "a");
    assertMalformed(
        decoder,
        pointsIntoData("c019 c017", data), // each to the other
        pointsIntoData("c019 c017", data + 2),
        pointsIntoData("0161 c017", data),
        pointsIntoData("0161 c01b 0162 00", data), // forward, but not past the name itself
        pointsIntoData("c019 0162 00", data),
        pointsIntoData("03016100 c018", data),
        pointsIntoData("0161 c017 c017 c01b", data + 6));
  }

  @Test
  @Points(1)
  @Clause({
    "Where the two highest bits are 01 or 10, the message is malformed.",
    "On the wire a name has at most 255 bytes, with its length bytes and the 0 at its end, and"
        + " without its pointers; a longer one is malformed."
  })
  @Hint("What else may the first byte of a label be? And what counts for the length of a name?")
  void labels_and_names_have_their_limits(@Subject MessageDecoder decoder) throws Exception {
    String a = "a".repeat(63);
    String b = "b".repeat(61);
    String[] ones = new String[127];
    Arrays.fill(ones, "1");
    assertNames(
        decoder, question(response(1, 0).labels(a, a, a, b).root()), String.join(".", a, a, a, b));
    assertNames(decoder, question(response(1, 0).labels(ones).root()), String.join(".", ones));
    assertNames(
        decoder, inTwoPieces(b, a), String.join(".", a, a, a), String.join(".", b, a, a, a));
    assertMalformed(
        decoder,
        question(response(1, 0).labels(a, a, a, b + "b").root()),
        question(response(1, 0).labels(a, a, a, a).root()),
        question(response(1, 0).labels(ones).labels("1").root()),
        inTwoPieces(b + "b", a));
    for (int kind : new int[] {0x40, 0x41, 0x7F, 0x80, 0x81, 0xBF}) {
      byte[] zeros = new byte[200];
      assertMalformed(
          decoder,
          question(response(1, 0).number8(kind).bytes(zeros)),
          question(response(1, 0).labels("a").number8(kind).bytes(zeros)));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the data of NS, CNAME, PTR, MX, SOA and TXT must be used up exactly by what it holds, an A has"
        + " 4 bytes and an AAAA 16.",
    "A pointer may lead out of the data, but it stands in it with both of its bytes."
  })
  @Hint("Data ends where its length says: neither is a byte left before, nor one borrowed behind.")
  void data_is_used_up_exactly(@Subject MessageDecoder decoder) throws Exception {
    String numbers = "00000001 00000002 00000003 00000004 00000005";
    assertData(decoder, data(A, "01020304"), "1.2.3.4");
    assertData(decoder, data(AAAA, "0001" + "00".repeat(13) + "02"), "1::2");
    assertData(decoder, data(NS, "0161 00"), "a");
    assertData(decoder, data(CNAME, "0161 c00c"), "a");
    assertData(decoder, data(PTR, "c00c"), "");
    assertData(decoder, data(MX, "000a 0161 00"), "10 a");
    assertData(decoder, data(SOA, "0161 00 0162 00" + numbers), "a b 1 2 3 4 5");
    assertData(decoder, data(TXT, "0161 0162"), "ab");
    for (String bytes : List.of("", "01", "010203", "0102030405", "00".repeat(16))) {
      assertMalformed(decoder, data(A, bytes));
    }
    for (int length : new int[] {0, 4, 15, 17}) {
      assertMalformed(decoder, data(AAAA, "00".repeat(length)));
    }
    for (int type : new int[] {NS, CNAME, PTR}) {
      for (String bytes : List.of("", "01", "0161", "0161 0000", "c0", "0161 c0", "c00c 00")) {
        assertMalformed(decoder, data(type, bytes));
      }
    }
    for (String bytes : List.of("", "00", "000a", "000a 01", "000a 0161 00 00", "000a c00c 00")) {
      assertMalformed(decoder, data(MX, bytes));
    }
    for (String bytes :
        List.of("", "00", "00 00", "00 00" + numbers + "00", "00" + numbers, "00 00 00000001")) {
      assertMalformed(decoder, data(SOA, bytes));
    }
    assertMalformed(decoder, data(SOA, "00 00" + numbers.substring(0, numbers.length() - 2)));
    for (String bytes : List.of("01", "0261", "0161 02", "0161 03 6162", "ff 00")) {
      assertMalformed(decoder, data(TXT, bytes));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A message that ends before all that its header promises is malformed.",
    "Bytes after that are ignored."
  })
  @Hint(
      "What if bytes end in the midst of a number? And TC says that records are missing, not bytes.")
  void message_is_whole_or_malformed(@Subject MessageDecoder decoder) throws Exception {
    byte[] whole =
        new BuiltMessage(5)
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
    assertMalformed(decoder, promises.toBytes(), question(promises.labels("one").root()));
    assertQuestions(decoder, with(whole, "00"), new DnsQuestion("cut", A));
  }

  @Test
  @Points(1)
  @Clause(
      "The bytes may be anybody's: none hang the decoder, none end it with another exception or with"
          + " an Error")
  @Hint("Think of each number in a message as chosen by someone who wants your decoder to fail.")
  void damaged_messages_are_read_or_malformed(@Subject MessageDecoder decoder, Seed seed) {
    List<byte[]> mutated = MutatedMessages.of(MUTATED, seed.random());
    for (int i = 0; i < MUTATED; i += IN_ONE_CALL) {
      assertReadsAsMuch(decoder, mutated.subList(i, i + IN_ONE_CALL));
    }
  }

  @Test
  @Points(1)
  @Clause("65,535 of them are dealt with in a second, in a JVM with a heap of 64 MiB.")
  @Hint("How much does one pointer cost, one name, one record? Multiply that by thousands.")
  void large_messages_cost_no_more_than_they_must(@Subject MessageDecoder decoder)
      throws Exception {
    assertAnswers(
        decoder,
        HostileMessages.chainOfPointers(NAMES_IN_THE_CHAIN),
        new DnsRecord("chain", A, 60, "192.0.2.99"));
    assertData(decoder, HostileMessages.longNames(CHAOS, A_FEW_NAMES_BYTES), "192.0.2.99");
    byte[] kept = HostileMessages.longNames(IN, HostileMessages.MAX_BYTES);
    assertMalformed(decoder, Arrays.copyOf(kept, kept.length - 1)); // all read, nothing sent back
  }

  private static void assertHeader(
      MessageDecoder decoder,
      int id,
      int flags,
      boolean response,
      boolean authoritative,
      boolean truncated,
      boolean recursionDesired,
      boolean recursionAvailable,
      int rcode)
      throws MalformedMessageException {
    assertDecodes(
        decoder,
        new RawMessage(id, flags, 0, 0, 0, 0).toBytes(),
        new DnsMessage(
            id,
            response,
            authoritative,
            truncated,
            recursionDesired,
            recursionAvailable,
            rcode,
            NO_QUESTIONS,
            NONE,
            NONE,
            NONE));
  }

  private static byte[] question(RawMessage untilTheName) {
    return untilTheName.typeAndClass(A, IN).toBytes();
  }

  /** Add what follows a name in a record without data. */
  private static RawMessage emptyRecord(RawMessage untilTheName) {
    return untilTheName.fields(PRIVATE, 1, 0);
  }

  /** Return a message with three labels, and with another one before these three. */
  private static byte[] inTwoPieces(String label, String oneOfThree) {
    RawMessage message = response(0, 2);
    emptyRecord(message.labels(oneOfThree, oneOfThree, oneOfThree).root());
    return emptyRecord(message.labels(label).pointer(HEADER_BYTES)).toBytes();
  }

  private static void textRecord(RawMessage message, String digits) {
    byte[] data = HexFormat.of().parseHex(digits.replace(" ", ""));
    message.root().fields(TXT, 1, data.length).bytes(data);
  }

  /** Return a message with a record at the root; behind its data are bytes enough to go on with. */
  private static byte[] data(int type, String digits) {
    byte[] data = HexFormat.of().parseHex(digits.replace(" ", ""));
    RawMessage message = response(0, 1).root().fields(type, 1, data.length).bytes(data);
    return message.hex("0c").bytes(new byte[40]).toBytes();
  }

  /** Return a message with some data, which begins at byte 23, and a name that is a pointer. */
  private static byte[] pointsIntoData(String digits, int target) {
    byte[] data = HexFormat.of().parseHex(digits.replace(" ", ""));
    RawMessage message = response(0, 2).root().fields(PRIVATE, 1, data.length).bytes(data);
    return emptyRecord(message.pointer(target)).toBytes();
  }

  private static byte[] with(byte[] message, String digits) {
    byte[] more = HexFormat.of().parseHex(digits);
    byte[] all = Arrays.copyOf(message, message.length + more.length);
    System.arraycopy(more, 0, all, message.length, more.length);
    return all;
  }
}
