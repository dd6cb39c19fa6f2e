package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A client of the Trivial File Transfer Protocol that reads files (RFC 1350), in octet mode and
 * without options.
 *
 * <p>A file travels in blocks of 512 bytes, numbered from 1 on, each in a packet DATA. The first
 * DATA with fewer than 512 bytes, perhaps with none, is the last. The client acknowledges each
 * block with an ACK of the same number, and only then does the server send the next one:
 *
 * <pre>{@code
 * client                          server
 * RRQ "notes" "octet"  ------->   at the port asked, 69 by default
 *                      <-------   DATA 1, 512 bytes, from a port of its own
 * ACK 1                ------->   at that port
 *                      <-------   DATA 2, 80 bytes: the last
 * ACK 2                ------->
 * }</pre>
 *
 * <p>The packets; numbers have 16 bits, the high byte first:
 *
 * <pre>{@code
 * RRQ    00 01  name, in ASCII  00  "octet", in lower case  00
 * DATA   00 03  block number        0 to 512 bytes of the file
 * ACK    00 04  block number
 * ERROR  00 05  code                text, in ASCII  00
 * }</pre>
 *
 * <p>Who is the server:
 *
 * <ul>
 *   <li>The client uses one socket for all packets of a transfer, on any free port, and closes it
 *       however {@code read} ends.
 *   <li>The request goes to the host and port asked. The first DATA 1 that comes from the host
 *       asked, from whatever port of it, fixes the server's <em>transfer identifier</em> (TID): the
 *       address and port that it came from.
 *   <li>Every ACK goes to the server's TID.
 *   <li>Before the TID is fixed, other hosts than the one asked are strangers; afterwards, whatever
 *       has another address or another port than the TID is a stranger, the port asked included.
 *   <li>A packet from a stranger is answered with ERROR 5, whose text is up to you, unless it is
 *       itself an ERROR: that gets no answer. Either way it changes nothing else.
 * </ul>
 *
 * <p>What the client makes of the server's packets:
 *
 * <ul>
 *   <li>The block that is next is kept, and acknowledged at once.
 *   <li>The block that was last acknowledged may come again, because an ACK got lost or a DATA was
 *       doubled on the way. It is acknowledged again at once and not kept a second time. That
 *       neither starts the time-out or the count of sends anew, nor counts as one of them.
 *   <li>An ERROR from the server's TID, or from any port of the host asked while the TID is not
 *       fixed, ends the transfer with a {@link TftpException}. It is not answered.
 *   <li>Everything else is ignored without an answer: a DATA of any other number, and, before the
 *       TID is fixed, all that is neither DATA 1 nor an ERROR.
 *   <li>Whatever comes, only the next block ends the wait for it: nothing else makes that wait
 *       longer or shorter, but for an ERROR that ends the transfer.
 * </ul>
 *
 * <p>What the client does about loss (RFC 1123 §4.2.3 tells the story behind it):
 *
 * <ul>
 *   <li>When the next block has not come within the time-out after a packet was sent, the request
 *       or an ACK, that packet is sent again, byte for byte, and the next time-out begins. All
 *       time-outs are equally long.
 *   <li>A packet is sent at most {@code attempts} times in all. When the last one's time-out is
 *       over too, {@code read} throws a {@link java.net.SocketTimeoutException}.
 *   <li>Each block that arrives starts the count anew: the ACK for it has {@code attempts} sends of
 *       its own.
 * </ul>
 *
 * <p>Tests send no packet that is malformed, and no DATA of more than 512 bytes.
 */
@Exercise(id = "2.5", title = "TFTP, reading", rfc = "RFC 1350 §2 to §6, RFC 1123 §4.2.3")
@Points(18)
public interface TftpClient {

  /**
   * Reads a file from a server.
   *
   * <p>{@code read} returns as soon as the last block has been acknowledged: it doesn't wait to see
   * whether that ACK arrives. It may be called again, for the same file or another.
   *
   * @param host the server's host, a name or an address such as {@code 127.0.0.1}
   * @param port the port to which the request goes, 1 to 65535
   * @param file the name of the file, in ASCII
   * @param timeoutMillis the time-out after each packet sent, in milliseconds, at least 1
   * @param attempts how many times one packet is sent at most, at least 1
   * @return the file's bytes, as many as all blocks had together; none for an empty file
   * @throws TftpException if the server sends an ERROR; the message is the code, from 0 to 65535 in
   *     decimal, a colon, a space and the text, such as {@code 1: File not found}
   * @throws java.net.SocketTimeoutException if a packet was sent {@code attempts} times and the
   *     next block has not come within the time-out after any of them
   * @throws IOException if the host is unknown, or nothing can be sent
   * @throws IllegalArgumentException if there is a NUL, the character 0, in the file's name;
   *     nothing is sent then
   */
  byte[] read(String host, int port, String file, int timeoutMillis, int attempts)
      throws IOException;

  /**
   * Returns the number of the block that follows another.
   *
   * <p>Block numbers have 16 bits and no sign. RFC 1350 doesn't say what follows 65535; here, as in
   * most servers, it is 0, so that a file may have any number of blocks. {@code read} must number
   * blocks in the same way, but no test moves a file of that size.
   *
   * @param block a block number, 0 to 65535
   * @return the next one, 0 to 65535, such as 32768 for {@code blockAfter(32767)}
   */
  int blockAfter(int block);
}
