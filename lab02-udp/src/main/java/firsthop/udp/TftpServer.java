package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.Map;

/**
 * A server from which files are read by TFTP, block by block (RFC 1350).
 *
 * <p>A packet of TFTP is the payload of one datagram. It begins with its opcode, a number of two
 * bytes. Block numbers and error codes have two bytes as well, all with the higher byte first. Each
 * text is ended by a zero byte.
 *
 * <pre>
 * read request     1   file 0   mode 0   (and maybe options, more texts)
 * write request    2   file 0   mode 0
 * DATA             3   block    0 to 512 bytes of the file
 * ACK              4   block
 * ERROR            5   code     text 0
 * </pre>
 *
 * <p><b>Requests</b> come to the port that the server is bound to. A read request for one of the
 * files, in the mode {@code octet}, begins a transfer. The name of a file is exact, its case too;
 * the case of the mode does not matter. Options that follow the mode (RFC 2347) are ignored, as if
 * they were not there. What is not served is refused, in this order:
 *
 * <ol>
 *   <li>The opcode: a write request gets ERROR 2, whatever stands in it. Any other opcode but that
 *       of a read request gets ERROR 4.
 *   <li>The mode: any other than {@code octet} gets ERROR 4, and so does a read request in which no
 *       zero byte ends the name of the file, or in which no mode follows it.
 *   <li>The file: one that the server does not have gets ERROR 1.
 * </ol>
 *
 * <p>But an ERROR is never answered, nor is a datagram of less than 2 bytes, at whatever port it
 * arrives. A refusal is one ERROR packet with a text of your choice. It may come from the port that
 * the server is bound to or from a new one. Not tested are requests of more than 512 bytes, names
 * outside ASCII, and a mode that the end of the datagram ends instead of a zero byte.
 *
 * <p><b>Transfers.</b> Any number of them go on at once, and none waits for another.
 *
 * <ul>
 *   <li>Each transfer has a new port of its own, at the same address as the server's: all of its
 *       packets come from there, and the client sends its ACKs there.
 *   <li>The file goes out in blocks of 512 bytes, as DATA 1, DATA 2 and so on. The next block is
 *       sent when the ACK of the one that is out has come, and not before. {@link #blockAfter} says
 *       what number it has.
 *   <li>The last block has less than 512 bytes. So a file of n × 512 bytes ends with an empty
 *       block, and so does an empty file, of which it is the only one.
 *   <li>When the last block has been acknowledged, the transfer ends.
 *   <li>Only the ACK of the block that is out counts. The ACK of any other block, such as an ACK
 *       that comes a second time, sends nothing and restarts nothing: neither the time-out nor the
 *       count of attempts.
 *   <li>When {@code timeoutMillis} have passed since a block was sent, and its ACK has not come,
 *       the same packet is sent again. That time-out is always the same. A block is sent {@code
 *       attempts} times in all, counted anew for each block. When the last time-out has passed as
 *       well, the transfer ends without another word.
 *   <li>A packet that comes to a transfer's port from another address or another port than its
 *       client's gets ERROR 5, from that port of the transfer, and changes nothing, not even the
 *       time-out. If it is one that is never answered, it just changes nothing.
 *   <li>An ERROR from the client ends the transfer, without an answer.
 *   <li>A datagram of less than 2 bytes from the client changes nothing. What else a client might
 *       send to a transfer's port is not tested: other packets than ACK and ERROR, or pieces of
 *       them.
 * </ul>
 *
 * <p>The network may bring a read request twice. Whether the second one, from the same address and
 * port, begins another transfer or is dropped while the first goes on is up to you: the client
 * keeps to the port that its first DATA came from, and ends the other transfer with an ERROR.
 *
 * <p>A packet that cannot be sent counts as one that the network has lost. Nobody changes the files
 * while they are served. A server serves once: it is made, started, closed.
 */
@Exercise(id = "2.6", title = "TFTP, serving", rfc = "RFC 1350")
@Points(18)
public interface TftpServer extends AutoCloseable {

  /**
   * Begins to serve, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket is bound, and the server goes on in the
   * background: a request that is sent after {@code start} has returned is answered.
   *
   * @param address the address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @param files the contents of each file, by its name
   * @param timeoutMillis how long to wait for an ACK before a block is sent again, in milliseconds,
   *     at least 1
   * @param attempts how often a block is sent in all, at least 1
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or the address is none of this host's
   * @throws IllegalStateException if the server has been started before, or closed
   */
  int start(String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException;

  /**
   * Returns the number of the block that follows another, and needs no server that has been
   * started.
   *
   * <p>It is one more; but the number has 16 bits and no sign, so 65535 is followed by 0. Transfers
   * use it. No test moves a file that is so long.
   *
   * @param block the number of a block, 0 to 65535
   * @return the number of the next one, 0 to 65535
   */
  int blockAfter(int block);

  /**
   * Ends the server and its transfers.
   *
   * <p>Within a second after {@code close} was called the ports are free again, that of the server
   * and those of its transfers, nothing more is sent, and no thread of the server is left. {@code
   * close} may be called twice, or before {@code start}, and never throws.
   */
  @Override
  void close();
}
