package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.Map;

/**
 * A server from which clients read files with TFTP, block by block (RFC 1350).
 *
 * <p>A TFTP packet is the payload of one datagram. It begins with its opcode, a number of two
 * bytes. Block numbers and error codes have two bytes as well. In all numbers the high byte comes
 * first. Each text ends with a zero byte.
 *
 * <pre>
 * read request     1   file 0   mode 0   (there may be options: more texts)
 * write request    2   file 0   mode 0
 * DATA             3   block    0 to 512 bytes of the file
 * ACK              4   block
 * ERROR            5   code     text 0
 * </pre>
 *
 * <p><b>Requests</b> come to the port that the server is bound to. A read request for one of the
 * files, in the mode {@code octet}, starts a transfer. The name of the file must match exactly,
 * including upper and lower case; the case of the mode does not matter. Options that follow the
 * mode (RFC 2347) are ignored, as if they were not there. All other requests are refused. They are
 * checked in this order:
 *
 * <ol>
 *   <li>The opcode: a write request gets ERROR 2, whatever else it contains. Any other opcode,
 *       except that of a read request, gets ERROR 4.
 *   <li>The mode: any mode other than {@code octet} gets ERROR 4. A read request also gets ERROR 4
 *       if no zero byte ends the name of the file, or if no mode follows the name.
 *   <li>The file: a file that the server does not have gets ERROR 1.
 * </ol>
 *
 * <p>There are two exceptions: an ERROR is never answered, and a datagram of fewer than 2 bytes is
 * never answered. This holds for every port. A refusal is one ERROR packet with a text of your
 * choice. It may come from the port that the server is bound to or from a new port. Not tested are
 * requests of more than 512 bytes, names with characters outside ASCII, and a mode without a zero
 * byte at its end.
 *
 * <p><b>Transfers.</b> Any number of transfers run at the same time, and none waits for another.
 *
 * <ul>
 *   <li>Each transfer has its own new port, at the same address as the server. All packets of the
 *       transfer come from this port, and the client sends its ACKs to it.
 *   <li>The file is sent in blocks of 512 bytes, as DATA 1, DATA 2 and so on. The next block is
 *       sent when the ACK of the current block has come, and not before. {@link #blockAfter} gives
 *       its number. The current block is the block that was sent last.
 *   <li>The last block of a file has fewer than 512 bytes. So a file of n × 512 bytes ends with an
 *       empty block, and an empty file is one empty block.
 *   <li>When the last block has been acknowledged, the transfer ends.
 *   <li>Only the ACK of the current block counts. The ACK of any other block, such as an ACK that
 *       comes a second time, changes nothing: nothing is sent, and neither the time-out nor the
 *       count of attempts is restarted.
 *   <li>When {@code timeoutMillis} have passed since a block was sent, and its ACK has not come,
 *       the same packet is sent again. All time-outs have the same length. Without an ACK, a block
 *       is sent {@code attempts} times in all, and each block has its own count. When the last
 *       time-out has passed too, the transfer ends and sends nothing more.
 *   <li>A packet may come to the port of a transfer from an address or a port that is not its
 *       client's. Such a packet gets ERROR 5, from the port of the transfer, and changes nothing,
 *       not even the time-out. If it is an ERROR or has fewer than 2 bytes, it changes nothing and
 *       gets no answer.
 *   <li>An ERROR from the client ends the transfer. It gets no answer.
 *   <li>A datagram of fewer than 2 bytes from the client changes nothing. Other packets from the
 *       client to the port of a transfer are not tested: packets other than ACK and ERROR, and
 *       incomplete packets.
 * </ul>
 *
 * <p>The network may deliver a read request twice. You decide what the second request from the same
 * address and port does while the first transfer runs: it may start another transfer, or it may be
 * dropped. The client uses the port that its first DATA came from, and ends the other transfer with
 * an ERROR.
 *
 * <p>A packet that cannot be sent counts as lost in the network. Nobody changes the files while the
 * server runs. A server serves once: it is created, started and closed.
 */
@Exercise(id = "2.6", title = "TFTP, serving", rfc = "RFC 1350")
@Points(18)
public interface TftpServer extends AutoCloseable {

  /**
   * Starts the server and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it binds any
   * free port. It returns when the socket is bound, and the server runs in the background: a
   * request that is sent after {@code start} has returned is answered.
   *
   * @param address the address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @param files the names of the files, and for each name the bytes of the file
   * @param timeoutMillis the time to wait for an ACK before a block is sent again, in milliseconds,
   *     at least 1
   * @param attempts how many times a block is sent in all, at least 1
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or the address is not an address of this host
   * @throws IllegalStateException if the server has already been started or closed
   */
  int start(String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException;

  /**
   * Returns the number of the block that follows a block. It works before {@code start} too.
   *
   * <p>The result is one more than the argument. But the number has 16 bits and no sign, so 65535
   * is followed by 0. Transfers number their blocks like this. No test transfers a file that is
   * long enough to reach 65535.
   *
   * @param block the number of a block, 0 to 65535
   * @return the number of the next block, 0 to 65535
   */
  int blockAfter(int block);

  /**
   * Stops the server and its transfers.
   *
   * <p>Within a second after the call of {@code close}, the port of the server and the ports of its
   * transfers are free again, nothing more is sent, and no thread of the server is left. {@code
   * close} may be called twice, or before {@code start}, and never throws an exception.
   */
  @Override
  void close();
}
