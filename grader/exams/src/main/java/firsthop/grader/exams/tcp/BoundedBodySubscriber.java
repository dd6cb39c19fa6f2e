package firsthop.grader.exams.tcp;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of a response for the JDK's HTTP client. A body above the bound is an error.
 */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final int most;
  private long count;
  private Flow.@Nullable Subscription subscription;

  BoundedBodySubscriber(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    bytes.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    count += piece.stream().mapToLong(ByteBuffer::remaining).sum();
    if (count <= most) {
      bytes.onNext(piece);
    } else if (subscription != null) {
      subscription.cancel();
      bytes.onError(new IOException("a body of more than " + most + " bytes"));
    }
  }

  @Override
  public void onError(Throwable failed) {
    bytes.onError(failed);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
