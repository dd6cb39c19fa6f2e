package firsthop.grader.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs probes side by side, none for longer than a limit. */
public final class Doctor {

  private final List<Probe> probes;
  private final Duration limit;

  /** Prepares to run the probes; each gets the whole limit. */
  public Doctor(List<Probe> probes, Duration limit) {
    this.probes = List.copyOf(probes);
    this.limit = limit;
  }

  /**
   * Returns all findings in the order of the probes. A probe that hangs or fails is a finding too.
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
                findings.complete(probe.look());
              } catch (RuntimeException | LinkageError e) {
                findings.completeExceptionally(e);
              }
            },
            "probe " + probe.what());
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
          probe.what(),
          "no answer within %d s".formatted(limit.toSeconds()),
          "run './firsthop doctor' again when the machine has less to do");
    }
    return Finding.bad(
        probe.what(),
        "could not be looked at: " + cause,
        "this is a fault of firsthop itself: please report it with this line");
  }
}
