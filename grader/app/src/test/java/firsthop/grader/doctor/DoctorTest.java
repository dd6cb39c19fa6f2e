package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Duration PLENTY = Duration.ofSeconds(30);

  @Test
  void findings_come_in_the_order_of_the_probes() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    Probe first =
        probe(
            "first",
            () -> {
              await(secondIsDone);
              return Finding.good("first", "here");
            });
    Probe second =
        probe(
            "second",
            () -> {
              secondIsDone.countDown();
              return Finding.good("second", "here");
            });

    assertThat(new Doctor(List.of(first, second), PLENTY).examine())
        .extracting(Finding::name)
        .containsExactly("first", "second");
  }

  @Test
  void a_probe_that_hangs_is_a_finding() {
    CountDownLatch never = new CountDownLatch(1);
    Probe hanging =
        probe(
            "hanging",
            () -> {
              await(never);
              return Finding.good("hanging", "unreachable");
            });

    assertThat(new Doctor(List.of(hanging), Duration.ofMillis(50)).examine())
        .singleElement()
        .matches(finding -> !finding.good())
        .extracting(Finding::found)
        .asString()
        .startsWith("no answer within");
  }

  @Test
  void a_probe_that_fails_is_a_finding_and_the_others_go_on() {
    Probe failing =
        probe(
            "failing",
            () -> {
              throw new IllegalStateException("broken");
            });
    Probe sound = probe("sound", () -> Finding.good("sound", "here"));

    List<Finding> findings = new Doctor(List.of(failing, sound), PLENTY).examine();

    assertThat(findings).extracting(Finding::good).containsExactly(false, true);
    assertThat(findings.get(0).found()).contains("broken");
  }

  private static Probe probe(String name, Supplier<Finding> check) {
    return new Probe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Finding> check() {
        return List.of(check.get());
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
