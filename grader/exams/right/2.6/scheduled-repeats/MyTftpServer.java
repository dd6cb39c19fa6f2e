// Sockets that block for ever, a pool that reads them, and a scheduler that sends blocks again.
package firsthop.udp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyTftpServer implements TftpServer {
  private static final Pattern REQUEST =
      Pattern.compile("\0\1([^\0]*)\0(?i:octet)\0.*", Pattern.DOTALL);
  private static final String TEXT = "ISO-8859-1";

  private final AtomicBoolean used = new AtomicBoolean();
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService readers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @Override
  public int start(
      String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException {
    if (used.getAndSet(true)) {
      throw new IllegalStateException("this server was started or closed before");
    }
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port));
    int bound = socket.getLocalPort();
    open.add(socket);
    readers.execute(
        () -> {
          while (!socket.isClosed()) {
            try {
              DatagramPacket request = receive(socket);
              byte[] file = judge(socket, request, files);
              if (file != null) {
                new Transfer(address, request.getSocketAddress(), file, timeoutMillis, attempts);
              }
            } catch (IOException | RejectedExecutionException e) {
              // Closed, or out of ports.
            }
          }
        });
    return bound;
  }

  /** Returns the file that was asked for, or refuses and returns null. */
  private static byte[] judge(
      DatagramSocket socket, DatagramPacket request, Map<String, byte[]> files) throws IOException {
    String text = new String(request.getData(), 0, request.getLength(), TEXT);
    if (text.length() < 2 || text.startsWith("\0\5")) {
      return null;
    }
    Matcher read = REQUEST.matcher(text);
    int code = text.startsWith("\0\2") ? 2 : !read.matches() ? 4 : 1;
    if (code == 1 && files.containsKey(read.group(1))) {
      return files.get(read.group(1));
    }
    reply(socket, packet(5, code, ("error " + code + "\0").getBytes(TEXT)), request);
    return null;
  }

  @Override
  public int blockAfter(int block) {
    return (block + 1) % 65_536;
  }

  @Override
  public void close() {
    used.set(true);
    readers.shutdown();
    clock.shutdownNow();
    for (Closeable socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Transfer {
    private final DatagramSocket socket;
    private final SocketAddress client;
    private final byte[] file;
    private final int attempts;
    private final int timeoutMillis;
    private long index;
    private int block = 1;
    private int sends;
    private ScheduledFuture<?> repeats;

    Transfer(String address, SocketAddress client, byte[] file, int timeoutMillis, int attempts)
        throws IOException {
      this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
      this.client = client;
      this.file = file;
      this.timeoutMillis = timeoutMillis;
      this.attempts = attempts;
      open.add(socket);
      if (readers.isShutdown()) {
        end();
        return;
      }
      readers.execute(this::read);
      begin();
    }

    private synchronized void begin() {
      sends = 0;
      repeats =
          clock.scheduleWithFixedDelay(this::send, 0, timeoutMillis, TimeUnit.MILLISECONDS);
    }

    private synchronized void send() {
      if (++sends > attempts) {
        end();
        return;
      }
      int from = (int) (512 * index);
      byte[] payload = Arrays.copyOfRange(file, from, Math.min(from + 512, file.length));
      try {
        byte[] data = packet(3, block, payload);
        socket.send(new DatagramPacket(data, data.length, client));
      } catch (IOException e) {
        // Lost, or closed.
      }
    }

    private void read() {
      while (!socket.isClosed()) {
        try {
          take(receive(socket));
        } catch (IOException | RejectedExecutionException e) {
          // Closed.
        }
      }
    }

    private synchronized void take(DatagramPacket packet) throws IOException {
      byte[] bytes = packet.getData();
      boolean mute = packet.getLength() < 2 || bytes[0] == 0 && bytes[1] == 5;
      if (!packet.getSocketAddress().equals(client)) {
        if (!mute) {
          reply(socket, packet(5, 5, new byte[] {0}), packet);
        }
      } else if (mute && packet.getLength() >= 2) {
        end();
      } else if (Arrays.equals(
          Arrays.copyOf(bytes, packet.getLength()), packet(4, block, new byte[0]))) {
        repeats.cancel(false);
        index++;
        block = blockAfter(block);
        if (512 * index > file.length) {
          end();
        } else {
          begin();
        }
      }
    }

    private void end() {
      if (repeats != null) {
        repeats.cancel(false);
      }
      socket.close();
      open.remove(socket);
    }
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    socket.receive(packet);
    return packet;
  }

  private static void reply(DatagramSocket socket, byte[] bytes, DatagramPacket to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    } catch (IOException e) {
      // Lost.
    }
  }

  private static byte[] packet(int opcode, int number, byte[] rest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(opcode);
    out.writeShort(number);
    out.write(rest);
    return bytes.toByteArray();
  }
}
