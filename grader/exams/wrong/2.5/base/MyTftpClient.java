package firsthop.udp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

public class MyTftpClient implements TftpClient {

  @Override
  public byte[] read(String host, int port, String file, int timeoutMillis, int attempts)
      throws IOException {
    if (file.indexOf(0) >= 0) {
      throw new IllegalArgumentException("NUL in the name");
    }
    InetAddress server = InetAddress.getByName(host);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] out = packet(1, file + "\0octet\0");
      SocketAddress to = new InetSocketAddress(server, port);
      boolean tidKnown = false;
      int next = 1;
      int sends = 0;
      long deadline = System.nanoTime();
      while (true) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          if (sends == attempts) {
            throw new SocketTimeoutException("no block " + next);
          }
          socket.send(new DatagramPacket(out, out.length, to));
          sends++;
          deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
          continue;
        }
        byte[] buffer = new byte[516];
        DatagramPacket in = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout((int) (left / 1_000_000) + 1);
        try {
          socket.receive(in);
        } catch (SocketTimeoutException e) {
          continue;
        }
        int opcode = number(buffer, 0);
        int number = number(buffer, 2);
        int length = in.getLength() - 4;
        boolean stranger =
            tidKnown ? !in.getSocketAddress().equals(to) : !in.getAddress().equals(server);
        if (stranger) {
          if (opcode != 5) {
            byte[] error = packet(5, "\0\5who are you?\0");
            socket.send(new DatagramPacket(error, error.length, in.getSocketAddress()));
          }
          continue;
        }
        if (opcode == 5) {
          String text = new String(buffer, 4, length, StandardCharsets.US_ASCII);
          throw new TftpException(number + ": " + text.substring(0, text.indexOf(0)));
        }
        if (opcode == 3 && tidKnown && blockAfter(number) == next) {
          socket.send(new DatagramPacket(out, out.length, to));
          continue;
        }
        if (opcode != 3 || number != next) {
          continue;
        }
        tidKnown = true;
        to = in.getSocketAddress();
        content.write(buffer, 4, length);
        out = new byte[] {0, 4, (byte) (number >> 8), (byte) number};
        if (length < 512) {
          socket.send(new DatagramPacket(out, out.length, to));
          return content.toByteArray();
        }
        next = blockAfter(next);
        sends = 0;
        deadline = System.nanoTime();
      }
    }
  }

  @Override
  public int blockAfter(int block) {
    return (block + 1) % 65536;
  }

  private static byte[] packet(int opcode, String text) {
    byte[] rest = text.getBytes(StandardCharsets.US_ASCII);
    byte[] packet = new byte[2 + rest.length];
    packet[1] = (byte) opcode;
    System.arraycopy(rest, 0, packet, 2, rest.length);
    return packet;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
