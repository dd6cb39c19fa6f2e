// An asynchronous channel whose writes call for the next one by themselves, while the caller reads.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyLifecycleClient implements LifecycleClient {

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    InetAddress address = InetAddress.getByName(host);
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      await(channel.connect(new InetSocketAddress(address, port)), connectTimeoutMillis);
      CompletableFuture<Void> sent = new CompletableFuture<>();
      send(channel, ByteBuffer.wrap(request), sent);
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      ByteBuffer buffer = ByteBuffer.allocate(20_000);
      int length = 0;
      while (length >= 0) {
        response.write(buffer.array(), 0, length);
        length = await(channel.read(buffer.clear()), readTimeoutMillis);
      }
      await(sent, Integer.MAX_VALUE);
      return new Conversation(
          name((InetSocketAddress) channel.getLocalAddress()),
          name((InetSocketAddress) channel.getRemoteAddress()),
          response.toByteArray());
    }
  }

  private static void send(
      AsynchronousSocketChannel channel, ByteBuffer rest, CompletableFuture<Void> sent) {
    if (!rest.hasRemaining()) {
      try {
        channel.shutdownOutput();
        sent.complete(null);
      } catch (IOException e) {
        sent.completeExceptionally(e);
      }
      return;
    }
    ByteBuffer piece = rest.slice().limit(Math.min(rest.remaining(), 100_000));
    channel.write(
        piece,
        null,
        new CompletionHandler<Integer, Object>() {
          @Override
          public void completed(Integer count, Object nothing) {
            send(channel, rest.position(rest.position() + count), sent);
          }

          @Override
          public void failed(Throwable cause, Object nothing) {
            sent.completeExceptionally(cause);
          }
        });
  }

  private static <T> T await(Future<T> result, int millis) throws IOException {
    try {
      return result.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("nothing in " + millis + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  private static String name(InetSocketAddress socket) {
    String text = socket.getAddress().getHostAddress();
    if (socket.getAddress() instanceof Inet6Address) {
      String longest = "";
      Matcher zeros = Pattern.compile("\\b0(:0)+\\b").matcher(text);
      while (zeros.find()) {
        longest = zeros.group().length() > longest.length() ? zeros.group() : longest;
      }
      if (!longest.isEmpty()) {
        Matcher run = Pattern.compile("(^|:)" + longest + "(:|$)").matcher(text);
        text = run.replaceFirst("::");
      }
      text = "[" + text + "]";
    }
    return text + ":" + socket.getPort();
  }
}
