package firsthop.grader.exams.tcp;

import firsthop.grader.network.PacketTrace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HTTP client, with a deadline for the whole response and a size limit for its body. It
 * writes requests and responses to the trace, and its failures say what was asked. With its first
 * request it offers HTTP/2, which is its default.
 */
final class JdkHttpClient implements AutoCloseable {
  /** On a busy machine, the first use of the client takes about a second by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int THREADS = 2;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpClient client =
      HttpClient.newBuilder().executor(threads).connectTimeout(PATIENCE).build();
  private final InetSocketAddress server;
  private final PacketTrace trace;

  /** The client's own ports are not known; 0 stands for all of them. */
  private final InetSocketAddress own = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private String asked = "";
  private int status;
  private byte[] body = {};

  JdkHttpClient(InetSocketAddress server, PacketTrace trace) {
    this.server = server;
    this.trace = trace;
    trace.name(own, "java.net.http");
  }

  /** Sends a request without a body, and receives the response. */
  JdkHttpClient ask(String method, String target) throws InterruptedException {
    asked = method + " " + target;
    trace.add(own, server, asked, "sent");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://" + HttpHost.LOCAL + ":" + server.getPort() + target))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.noBody())
            .build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request, fields -> new BoundedBodySubscriber(ReceivedHttpResponse.MOST_BODY));
    try {
      HttpResponse<byte[]> response = exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      status = response.statusCode();
      body = response.body();
    } catch (ExecutionException failed) {
      throw new AssertionError(
          "asked \"" + asked + "\": the client threw " + failed.getCause(), failed);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      throw new AssertionError(
          "asked \"%s\": no complete response within %s s".formatted(asked, PATIENCE.toSeconds()),
          late);
    }
    trace.add(server, own, status + ", " + body.length + " bytes", "received");
    return this;
  }

  /** Fails unless the status is this one. */
  JdkHttpClient hasStatus(int expected) {
    if (status != expected) {
      throw new AssertionError(
          "asked \"%s\": expected status %s, got %s".formatted(asked, expected, status));
    }
    return this;
  }

  /** Fails unless the body is this page. */
  JdkHttpClient hasBody(byte[] page) {
    if (!Arrays.equals(page, body)) {
      throw new AssertionError(
          "asked \"%s\": expected %s, got %s"
              .formatted(asked, FramedStream.describe(page), FramedStream.describe(body)));
    }
    return this;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
