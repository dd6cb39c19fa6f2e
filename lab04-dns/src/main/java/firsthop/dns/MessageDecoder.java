package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a DNS message that came from anywhere: RFC 1035 §4.1, and RFC 9267 for what others got
 * wrong about it.
 *
 * <p>A message is a header of 12 bytes, then the questions, the answers, the authority records and
 * the additional records, as many of each as the header says. Numbers are big-endian.
 *
 * <pre>
 *   header     id (16 bits), flags (16), number of questions, answers, authority and additional
 *              records (16 each)
 *   flags      QR 0x8000, opcode 0x7800, AA 0x0400, TC 0x0200, RD 0x0100, RA 0x0080, three bits that
 *              are ignored, rcode 0x000F
 *   question   name, type (16), class (16)
 *   record     name, type (16), class (16), TTL (32), length of the data (16), data
 * </pre>
 *
 * <p>How the parts are to be written down stands in {@link DnsMessage}. The opcode is ignored. The
 * parts keep the order that they have in the message.
 *
 * <p>Questions and records of other classes than IN (1) are left out, and so are OPT records (type
 * 41), whatever their class. The data of what is left out is skipped and not looked at; its name is
 * read like any other. A question of type 41 is not left out.
 *
 * <p><b>Names.</b>
 *
 * <ul>
 *   <li>A name is a row of labels, each with a byte before it that says how many bytes it has, 1 to
 *       63; a length of 0 ends the name.
 *   <li>Where the two highest bits of the length are 1, it is the first byte of a pointer: the
 *       other 14 bits, those of the next byte among them, say where in the message the name goes
 *       on, counted from the first byte of the header (RFC 1035 §4.1.4). What was read up to there
 *       and what stands there make one name.
 *   <li>A pointer leads to before the place where the name began, or, after a pointer was followed,
 *       to before the place that it led to. So no name can go round in circles. Any other pointer
 *       is malformed.
 *   <li>Where the two highest bits are 01 or 10, the message is malformed.
 *   <li>On the wire a name has at most 255 bytes, with its length bytes and the 0 at its end, and
 *       without its pointers; a longer one is malformed.
 *   <li>Pointers may stand wherever a name does: in questions, before records, and in the data of
 *       NS, CNAME, PTR, MX and SOA. Behind its first pointer the name is over, and what follows it
 *       in the message stands there.
 *   <li>There may be any number of pointers in a name, and they may lead anywhere in the message
 *       that is far enough back: to another pointer, into the midst of a name, into data.
 * </ul>
 *
 * <p><b>Data.</b> It is as long as its length says: the data of NS, CNAME, PTR, MX, SOA and TXT
 * must be used up exactly by what it holds, an A has 4 bytes and an AAAA 16. Anything else is
 * malformed. A pointer may lead out of the data, but it stands in it with both of its bytes. Inside
 * the data are, one right after the other:
 *
 * <pre>
 *   NS, CNAME, PTR   name
 *   MX               preference (16), name
 *   SOA              name (mname), name (rname), serial (32), refresh (32), retry (32), expire (32),
 *                    minimum (32)
 *   TXT              strings, each with one byte before it that says how many bytes it has, 0 to
 *                    255; there may be none
 * </pre>
 *
 * <p><b>TTL.</b> One with the top bit set reads as 0 (RFC 2181 §8).
 *
 * <p>A message that ends before all that its header promises is malformed. Bytes after that are
 * ignored.
 *
 * <p>The bytes may be anybody's: none hang the decoder, none end it with another exception or with
 * an {@code Error}, and 65,535 of them are dealt with in a second, in a JVM with a heap of 64 MiB.
 */
@Exercise(id = "4.2", title = "An answer from the wire", rfc = "RFC 1035 §4.1.4, RFC 9267")
@Points(16)
public interface MessageDecoder {

  /**
   * Reads a message.
   *
   * @param message the bytes, at most 65,535
   * @return what they say
   * @throws MalformedMessageException if they are no message
   */
  DnsMessage decode(byte[] message) throws MalformedMessageException;

  /**
   * Reads many messages, and says in short what came of each. It works as it stands; you need not
   * write it.
   *
   * @param messages the bytes of each
   * @return for each of them, in the same order, how many questions, answers, authority records and
   *     additional records {@link #decode} gives, such as {@code "1 2 0 1"}; or {@code
   *     "malformed"}, where it throws {@link MalformedMessageException}
   */
  default List<String> decodeAll(List<byte[]> messages) {
    List<String> results = new ArrayList<>();
    for (byte[] bytes : messages) {
      try {
        DnsMessage message = decode(bytes);
        results.add(
            message.questions().size()
                + " "
                + message.answers().size()
                + " "
                + message.authority().size()
                + " "
                + message.additional().size());
      } catch (MalformedMessageException malformed) {
        results.add("malformed");
      }
    }
    return results;
  }
}
