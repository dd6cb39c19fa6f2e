package firsthop.grader.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs probes in parallel, each with a time limit. */
public final class Doctor {

  private final List<Probe> probes;
  private final Duration limit;

  /** Creates a doctor with these probes; the limit is for each probe. */
  public Doctor(List<Probe> probes, Duration limit) {
    this.probes = List.copyOf(probes);
    this.limit = limit;
  }

  /**
   * Runs the probes and returns all findings in their order. A probe that hangs or fails is a
   * finding too.
   */
  public List<Finding> examine() {
    List<CompletableFuture<List<Finding>>> running = probes.stream().map(this::start).toList();
    return running.stream().flatMap(findings -> findings.join().stream()).toList();
  }

  private CompletableFuture<List<Finding>> start(Probe probe) {
    CompletableFuture<List<Finding>> findings = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                findings.complete(probe.check());
              } catch (RuntimeException | LinkageError e) {
                findings.completeExceptionally(e);
              }
            },
            "probe " + probe.name());
    thread.setDaemon(true);
    thread.start();
    return findings
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> List.of(failed(probe, failure)));
  }

  private Finding failed(Probe probe, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return Finding.bad(
          probe.name(),
          "no answer within %d s".formatted(limit.toSeconds()),
          "run './firsthop doctor' again when the machine is less busy");
    }
    return Finding.bad(
        probe.name(),
        "the check failed: " + cause,
        "this is a bug in firsthop: please report it with this line");
  }
}
