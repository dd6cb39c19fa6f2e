// One thread only receives and puts packets into a queue; the caller polls the queue and decides.
package firsthop.udp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class MyTftpClient implements TftpClient {

  private record Packet(InetSocketAddress from, int opcode, int number, byte[] rest) {
    static Packet of(DatagramPacket datagram) throws IOException {
      byte[] bytes = Arrays.copyOf(datagram.getData(), datagram.getLength());
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      InetSocketAddress from = (InetSocketAddress) datagram.getSocketAddress();
      return new Packet(from, in.readUnsignedShort(), in.readUnsignedShort(), in.readAllBytes());
    }

    String text() {
      String all = new String(rest, StandardCharsets.US_ASCII);
      int end = all.indexOf('\0');
      return end < 0 ? all : all.substring(0, end);
    }
  }

  @Override
  public byte[] read(String host, int port, String file, int timeoutMillis, int attempts)
      throws IOException {
    if (file.contains("\0")) {
      throw new IllegalArgumentException("NUL");
    }
    InetSocketAddress asked = new InetSocketAddress(host, port);
    if (asked.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    DatagramSocket socket = new DatagramSocket(0);
    BlockingQueue<Packet> arrived = new LinkedBlockingQueue<>();
    Thread ear = new Thread(() -> listen(socket, arrived));
    ear.setDaemon(true);
    ear.start();
    try {
      return converse(socket, arrived, asked, file, Duration.ofMillis(timeoutMillis), attempts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      socket.close();
    }
  }

  @Override
  public int blockAfter(int block) {
    return Short.toUnsignedInt((short) (block + 1));
  }

  private static void listen(DatagramSocket socket, BlockingQueue<Packet> arrived) {
    while (!socket.isClosed()) {
      try {
        DatagramPacket datagram = new DatagramPacket(new byte[1024], 1024);
        socket.receive(datagram);
        arrived.add(Packet.of(datagram));
      } catch (IOException e) {
        // closed, or no packet of TFTP
      }
    }
  }

  private byte[] converse(
      DatagramSocket socket,
      BlockingQueue<Packet> arrived,
      InetSocketAddress asked,
      String file,
      Duration timeout,
      int attempts)
      throws IOException, InterruptedException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] mine = bytes(1, file + "\0octet\0");
    InetSocketAddress tid = null;
    int have = 0;
    int left = attempts;
    Instant due = Instant.now();
    while (true) {
      if (!Instant.now().isBefore(due)) {
        if (left-- == 0) {
          throw new SocketTimeoutException("nothing after block " + have);
        }
        send(socket, mine, tid == null ? asked : tid);
        due = Instant.now().plus(timeout);
      }
      long wait = Duration.between(Instant.now(), due).toNanos();
      Packet packet = arrived.poll(Math.max(wait, 0), TimeUnit.NANOSECONDS);
      if (packet == null) {
        continue;
      }
      boolean known =
          tid == null
              ? packet.from().getAddress().equals(asked.getAddress())
              : packet.from().equals(tid);
      switch (packet.opcode()) {
        case 5 -> {
          if (known) {
            throw new TftpException(packet.number() + ": " + packet.text());
          }
        }
        case 3 -> {
          if (!known) {
            send(socket, bytes(5, "\0\5not yours\0"), packet.from());
          } else if (packet.number() == blockAfter(have)) {
            tid = packet.from();
            have = packet.number();
            content.writeBytes(packet.rest());
            mine = new byte[] {0, 4, (byte) (have >> 8), (byte) have};
            if (packet.rest().length < 512) {
              send(socket, mine, tid);
              return content.toByteArray();
            }
            left = attempts;
            due = Instant.now();
          } else if (tid != null && packet.number() == have) {
            send(socket, mine, tid);
          }
        }
        default -> {
          if (!known) {
            send(socket, bytes(5, "\0\5not yours\0"), packet.from());
          }
        }
      }
    }
  }

  private static byte[] bytes(int opcode, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(opcode);
    out.writeBytes(text);
    return bytes.toByteArray();
  }

  private static void send(DatagramSocket socket, byte[] bytes, InetSocketAddress to)
      throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }
}
