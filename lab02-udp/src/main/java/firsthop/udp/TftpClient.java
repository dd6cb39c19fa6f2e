package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A client of the Trivial File Transfer Protocol that reads files (RFC 1350), in octet mode and
 * without options.
 *
 * <p>A file is sent in blocks of 512 bytes, numbered from 1. Each block is in a DATA packet. The
 * first DATA with fewer than 512 bytes, possibly with 0 bytes, is the last one. The client
 * acknowledges each block with an ACK of the same number. Only then does the server send the next
 * block:
 *
 * <pre>{@code
 * client                          server
 * RRQ "notes" "octet"  ------->   to the port asked, usually 69
 *                      <-------   DATA 1, 512 bytes, from a new port
 * ACK 1                ------->   to that new port
 *                      <-------   DATA 2, 80 bytes: the last block
 * ACK 2                ------->
 * }</pre>
 *
 * <p>The packets. Numbers have 16 bits, the high byte first:
 *
 * <pre>{@code
 * RRQ    00 01  name, in ASCII  00  "octet", in lower case  00
 * DATA   00 03  block number        0 to 512 bytes of the file
 * ACK    00 04  block number
 * ERROR  00 05  code                text, in ASCII  00
 * }</pre>
 *
 * <p>How the client knows the server:
 *
 * <ul>
 *   <li>The client uses one socket for all packets of a transfer, on any free port. It closes the
 *       socket in every case, whether {@code read} returns or throws.
 *   <li>The request goes to the host and port asked. The first DATA 1 from the host asked, from any
 *       of its ports, sets the server's <em>transfer identifier</em> (TID): the address and port
 *       that this DATA 1 came from.
 *   <li>Every ACK goes to the server's TID.
 *   <li>Before the TID is set, every host other than the one asked is a stranger. Afterwards, every
 *       sender with another address or another port than the TID is a stranger, even the port that
 *       was asked.
 *   <li>A packet from a stranger is answered with ERROR 5, with a text of your choice. If the
 *       packet is itself an ERROR, it is not answered. In both cases it changes nothing else.
 * </ul>
 *
 * <p>What the client does with the server's packets:
 *
 * <ul>
 *   <li>The next block is kept and acknowledged at once.
 *   <li>The block that was acknowledged last may come again, because an ACK was lost or a DATA was
 *       duplicated on the way. It is acknowledged again at once and not kept a second time. This
 *       extra ACK does not restart the time-out or the count of sends, and it does not count as a
 *       send.
 *   <li>An ERROR from the server's TID ends the transfer with a {@link TftpException}. Before the
 *       TID is set, an ERROR from any port of the host asked does the same. Such an ERROR is not
 *       answered.
 *   <li>Everything else is ignored without an answer: a DATA with any other number and, before the
 *       TID is set, every packet that is neither DATA 1 nor an ERROR.
 *   <li>Of the packets that arrive, only the next block or an ERROR that ends the transfer ends the
 *       wait for the next block. All other packets make this wait neither longer nor shorter.
 * </ul>
 *
 * <p>What the client does about lost packets (RFC 1123 §4.2.3 explains the reasons):
 *
 * <ul>
 *   <li>After the request and after each ACK, except the last one, the client waits for the next
 *       block. If it does not come within the time-out, the same packet is sent again, byte for
 *       byte, and the next time-out begins. All time-outs have the same length.
 *   <li>A packet is sent at most {@code attempts} times in all. When the time-out after the last
 *       send has passed too, {@code read} throws a {@link java.net.SocketTimeoutException}.
 *   <li>Each new block restarts the count: its ACK may be sent {@code attempts} times again.
 * </ul>
 *
 * <p>Tests send no malformed packets, and no DATA of more than 512 bytes.
 */
@Exercise(id = "2.5", title = "TFTP, reading", rfc = "RFC 1350 §2 to §6, RFC 1123 §4.2.3")
@Points(18)
public interface TftpClient {

  /**
   * Reads a file from a server.
   *
   * <p>{@code read} returns as soon as it has acknowledged the last block. It does not wait to see
   * whether that ACK arrives. It may be called again, for the same file or another one.
   *
   * @param host the server's host, a name or an address such as {@code 127.0.0.1}
   * @param port the port to which the request goes, 1 to 65535
   * @param file the name of the file, in ASCII
   * @param timeoutMillis the time-out after each packet that is sent, in milliseconds, at least 1
   * @param attempts the maximum number of times that one packet is sent, at least 1
   * @return the bytes of the file, from all its blocks together; an empty array for an empty file.
   *     Each call returns a new array.
   * @throws TftpException if the server sends an ERROR; the message is the code, from 0 to 65535 in
   *     decimal, a colon, a space and the text, such as {@code 1: File not found}
   * @throws java.net.SocketTimeoutException if a packet was sent {@code attempts} times and the
   *     next block did not come within the time-out after any of these sends
   * @throws IOException if the host is unknown, or nothing can be sent
   * @throws IllegalArgumentException if the file's name contains a NUL (the character 0); then
   *     nothing is sent
   */
  byte[] read(String host, int port, String file, int timeoutMillis, int attempts)
      throws IOException;

  /**
   * Returns the number of the block that follows a block.
   *
   * <p>Block numbers have 16 bits and no sign. RFC 1350 does not say what follows 65535. Here, as
   * in most servers, it is 0, so a file may have any number of blocks. {@code read} must number
   * blocks in the same way, but no test transfers a file of that size.
   *
   * @param block a block number, 0 to 65535
   * @return the next block number, 0 to 65535, such as 32768 for {@code blockAfter(32767)}
   */
  int blockAfter(int block);
}
