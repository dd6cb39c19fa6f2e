// Runs all transfers over the port on which the server receives requests.
package firsthop.udp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

public class MyTftpServer implements TftpServer {
  private static final int POLL_MILLIS = 5;

  private volatile DatagramSocket socket;
  private boolean closed;
  private Map<String, byte[]> files;
  private int timeoutMillis;
  private int attempts;
  private final Map<SocketAddress, Transfer> transfers = new HashMap<>();

  private static class Transfer {
    byte[] file;
    int index;
    int block = 1;
    int sends;
    long deadline;
  }

  @Override
  public synchronized int start(
      String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException {
    if (socket != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    this.files = files;
    this.timeoutMillis = timeoutMillis;
    this.attempts = attempts;
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    socket.setSoTimeout(POLL_MILLIS);
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  @Override
  public int blockAfter(int block) {
    return (block + 1) & 0xFFFF;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
        socket.receive(packet);
        byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
        if (data.length >= 2) {
          take(data, packet.getSocketAddress());
        }
      } catch (SocketTimeoutException e) {
        // Nothing came: look at the clock.
      } catch (IOException e) {
        continue;
      }
      for (SocketAddress client : transfers.keySet().toArray(new SocketAddress[0])) {
        Transfer transfer = transfers.get(client);
        if (System.nanoTime() - transfer.deadline >= 0) {
          if (transfer.sends == attempts) {
            transfers.remove(client);
          } else {
            sendBlock(client, transfer);
          }
        }
      }
    }
  }

  private void take(byte[] data, SocketAddress from) {
    int opcode = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
    Transfer transfer = transfers.get(from);
    if (opcode == 5) {
      transfers.remove(from);
    } else if (opcode == 4 && transfer != null) {
      int number = data.length < 4 ? -1 : (data[2] & 0xFF) << 8 | data[3] & 0xFF;
      if (number == transfer.block) {
        transfer.index += 512;
        transfer.block = blockAfter(transfer.block);
        transfer.sends = 0;
        if (transfer.index > transfer.file.length) {
          transfers.remove(from);
        } else {
          sendBlock(from, transfer);
        }
      }
    } else if (opcode == 2) {
      send(5, 2, "read only\0".getBytes(), from);
    } else {
      String rest = new String(data, 2, data.length - 2, StandardCharsets.ISO_8859_1);
      String[] texts = rest.split("\0", -1);
      if (opcode != 1 || texts.length < 3 || !texts[1].equalsIgnoreCase("octet")) {
        send(5, 4, "illegal\0".getBytes(), from);
      } else if (!files.containsKey(texts[0])) {
        send(5, 1, "not found\0".getBytes(), from);
      } else {
        transfer = new Transfer();
        transfer.file = files.get(texts[0]);
        transfers.put(from, transfer);
        sendBlock(from, transfer);
      }
    }
  }

  private void sendBlock(SocketAddress client, Transfer transfer) {
    int end = Math.min(transfer.index + 512, transfer.file.length);
    byte[] payload = Arrays.copyOfRange(transfer.file, transfer.index, end);
    transfer.sends++;
    transfer.deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
    send(3, transfer.block, payload, client);
  }

  private void send(int opcode, int number, byte[] rest, SocketAddress to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.write(opcode);
    out.write(number >> 8);
    out.write(number);
    out.writeBytes(rest);
    byte[] packet = out.toByteArray();
    try {
      socket.send(new DatagramPacket(packet, packet.length, to));
    } catch (IOException e) {
      // Lost.
    }
  }
}
