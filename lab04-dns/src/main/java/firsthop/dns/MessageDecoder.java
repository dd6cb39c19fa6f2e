package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes a DNS message that may come from anybody: RFC 1035 §4.1. RFC 9267 lists mistakes that
 * other decoders made.
 *
 * <p>A message is a header of 12 bytes, then the questions, the answers, the authority records and
 * the additional records. The header says how many there are of each. Numbers are big-endian.
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
 * <p>{@link DnsMessage} describes the form of each part in the result. The opcode is ignored. The
 * parts keep the order that they have in the message.
 *
 * <p>Questions and records of a class other than IN (1) are left out. OPT records (type 41) are
 * left out too, whatever their class. If a record is left out, its data is skipped and not checked,
 * but its name is read like any other name. A question of type 41 is not left out.
 *
 * <p><b>Names.</b>
 *
 * <ul>
 *   <li>A name is a sequence of labels. Each label has a byte before it with the number of its
 *       bytes, 1 to 63. A length of 0 ends the name.
 *   <li>If the two highest bits of a length byte are 11, this byte and the next one are a pointer.
 *       The other 14 bits of these two bytes say where in the message the name continues, counted
 *       from the first byte of the header (RFC 1035 §4.1.4). The labels before the pointer and the
 *       labels at that place make one name.
 *   <li>A name may have several pieces. The first piece starts where the name starts. Each pointer
 *       leads to the start of the next piece. A pointer must lead to a place before the start of
 *       the piece that it stands in. So no name can go round in a circle. Any other pointer is
 *       malformed.
 *   <li>If the two highest bits of a length byte are 01 or 10, the message is malformed.
 *   <li>On the wire, a name has at most 255 bytes. Its length bytes and the 0 at its end count; its
 *       pointers do not count. A longer name is malformed.
 *   <li>Every name may have pointers: in questions, at the start of records, and in the data of NS,
 *       CNAME, PTR, MX and SOA. In the message, a name ends after its first pointer, and the next
 *       field begins there.
 *   <li>A name may have any number of pointers. They may lead to any place in the message that is
 *       far enough back: to another pointer, into the middle of a name, or into data.
 * </ul>
 *
 * <p><b>Data.</b> The data is as long as its length says. The data of NS, CNAME, PTR, MX, SOA and
 * TXT must have exactly the contents listed below, without any byte after them. The data of A has 4
 * bytes, and that of AAAA has 16. Any other data of these types is malformed. A pointer may lead to
 * a place outside the data, but both of its own bytes must be inside the data. The contents, one
 * right after the other:
 *
 * <pre>
 *   NS, CNAME, PTR   name
 *   MX               preference (16), name
 *   SOA              name (mname), name (rname), serial (32), refresh (32), retry (32), expire (32),
 *                    minimum (32)
 *   TXT              any number of strings, or none; each has one byte before it with the number of
 *                    its bytes, 0 to 255
 * </pre>
 *
 * <p><b>TTL.</b> A TTL that has its top bit set is read as 0 (RFC 2181 §8).
 *
 * <p>A message is malformed if it ends before all the parts that its header counts. Bytes after
 * these parts are ignored.
 *
 * <p>The bytes may come from anybody. No bytes may make the decoder run forever, and none may make
 * it throw another exception or an {@code Error}. It decodes a message of 65,535 bytes within one
 * second, in a JVM with a heap of 64 MiB.
 */
@Exercise(id = "4.2", title = "An answer from the wire", rfc = "RFC 1035 §4.1.4, RFC 9267")
@Points(16)
public interface MessageDecoder {

  /**
   * Decodes a message.
   *
   * <p>{@code decode} neither changes the array nor keeps it: after the call, it belongs to the
   * caller again.
   *
   * @param message the bytes, at most 65,535
   * @return the contents of the message
   * @throws MalformedMessageException if the message, or a part of it, is malformed
   */
  DnsMessage decode(byte[] message) throws MalformedMessageException;

  /**
   * Decodes many messages, and describes each result in short. This method is complete; you do not
   * need to write it.
   *
   * @param messages the bytes of each message
   * @return one text for each message, in the same order: how many questions, answers, authority
   *     records and additional records {@link #decode} returns, such as {@code "1 2 0 1"}; or
   *     {@code "malformed"} if it throws {@link MalformedMessageException}
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
