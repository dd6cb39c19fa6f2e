package firsthop.udp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class MyTftpServer implements TftpServer {
  private final Set<DatagramSocket> transfers = ConcurrentHashMap.newKeySet();
  private volatile DatagramSocket socket;
  private volatile boolean closed;
  private InetAddress host;
  private Map<String, byte[]> files;
  private int timeoutMillis;
  private int attempts;

  @Override
  public synchronized int start(
      String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException {
    if (socket != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    this.host = InetAddress.getByName(address);
    this.files = files;
    this.timeoutMillis = timeoutMillis;
    this.attempts = attempts;
    socket = new DatagramSocket(port, host);
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  @Override
  public int blockAfter(int block) {
    return block == 65535 ? 0 : block + 1;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
    for (DatagramSocket transfer : transfers) {
      transfer.close();
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        DatagramPacket request = new DatagramPacket(new byte[1024], 1024);
        socket.receive(request);
        answer(request);
      } catch (IOException e) {
        // Closed, or one request that could not be answered.
      }
    }
  }

  private void answer(DatagramPacket request) throws IOException {
    byte[] data = Arrays.copyOf(request.getData(), request.getLength());
    SocketAddress client = request.getSocketAddress();
    if (data.length < 2) {
      return;
    }
    int opcode = number(data, 0);
    if (opcode == 5) {
      return;
    }
    if (opcode == 2) {
      send(socket, error(2, "read only"), client);
      return;
    }
    if (opcode != 1) {
      send(socket, error(4, "no request"), client);
      return;
    }
    int nameEnd = zero(data, 2);
    int modeEnd = nameEnd < 0 ? -1 : zero(data, nameEnd + 1);
    if (modeEnd < 0) {
      send(socket, error(4, "no texts"), client);
      return;
    }
    String name = text(data, 2, nameEnd);
    String mode = text(data, nameEnd + 1, modeEnd);
    if (!mode.equalsIgnoreCase("octet")) {
      send(socket, error(4, "octet only"), client);
      return;
    }
    byte[] file = files.get(name);
    if (file == null) {
      send(socket, error(1, "not found"), client);
      return;
    }
    begin(client, file);
  }

  private synchronized void begin(SocketAddress client, byte[] file) throws IOException {
    if (closed) {
      return;
    }
    DatagramSocket own = new DatagramSocket(0, host);
    transfers.add(own);
    Thread thread = new Thread(() -> transfer(own, client, file));
    thread.setDaemon(true);
    thread.start();
  }

  private void transfer(DatagramSocket own, SocketAddress client, byte[] file) {
    try {
      int block = 1;
      int at = 0;
      boolean last = false;
      while (!last) {
        int size = Math.min(512, file.length - at);
        last = size < 512;
        byte[] payload = Arrays.copyOfRange(file, at, at + size);
        if (!deliver(own, client, block, packet(3, block, payload))) {
          return;
        }
        at += size;
        block = blockAfter(block);
      }
    } catch (IOException e) {
      // Closed.
    } finally {
      own.close();
      transfers.remove(own);
    }
  }

  private boolean deliver(DatagramSocket own, SocketAddress client, int block, byte[] packet)
      throws IOException {
    for (int attempt = 0; attempt < attempts; attempt++) {
      send(own, packet, client);
      long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
      while (true) {
        long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (left <= 0) {
          break;
        }
        own.setSoTimeout((int) left);
        DatagramPacket received = new DatagramPacket(new byte[1024], 1024);
        try {
          own.receive(received);
        } catch (SocketTimeoutException e) {
          break;
        }
        byte[] data = Arrays.copyOf(received.getData(), received.getLength());
        if (data.length < 2) {
          continue;
        }
        boolean foreign = !received.getSocketAddress().equals(client);
        if (number(data, 0) == 5) {
          if (foreign) {
            continue;
          }
          return false;
        }
        if (foreign) {
          send(own, error(5, "unknown transfer"), received.getSocketAddress());
          continue;
        }
        if (data.length >= 4 && number(data, 0) == 4 && number(data, 2) == block) {
          return true;
        }
      }
    }
    return false;
  }

  private static void send(DatagramSocket from, byte[] packet, SocketAddress to) {
    try {
      from.send(new DatagramPacket(packet, packet.length, to));
    } catch (IOException e) {
      // Lost.
    }
  }

  private static byte[] error(int code, String text) {
    return packet(5, code, (text + "\0").getBytes());
  }

  private static byte[] packet(int opcode, int number, byte[] rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(opcode >> 8);
    out.write(opcode);
    out.write(number >> 8);
    out.write(number);
    out.writeBytes(rest);
    return out.toByteArray();
  }

  private static int number(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private static int zero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String text(byte[] data, int from, int to) {
    return new String(data, from, to - from);
  }
}
