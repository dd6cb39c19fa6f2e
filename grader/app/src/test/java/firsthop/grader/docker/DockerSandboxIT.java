package firsthop.grader.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.image.DockerRequired;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;

/** What the engine says of our containers, and what is left when they are gone. */
@DockerRequired
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerSandboxIT {
  private static final int NOBODY_LISTENS = 1;
  private static final long MIB = 1 << 20;

  private final DockerClient docker = DockerClientFactory.instance().client();
  private DockerSandbox sandbox;
  private Worker<ToExaminer, FromExaminer> examiner;
  private InspectContainerResponse candidate;
  private InspectContainerResponse bench;

  @BeforeAll
  void startOneOfEach() throws Exception {
    sandbox =
        DockerSandbox.open(Installation.current(), Limits.STANDARD, null, System.err::println);
    examiner = sandbox.startExaminer();
    bench = docker.inspectContainerCmd(examiner.id()).exec();
    Sandbox.Candidate started =
        sandbox.startCandidate(examiner, NOBODY_LISTENS, "token-of-this-test");
    candidate =
        docker.listContainersCmd().withShowAll(true).exec().stream()
            .map(container -> docker.inspectContainerCmd(container.getId()).exec())
            .filter(
                found ->
                    List.of(found.getConfig().getEnv()).toString().contains("token-of-this-test"))
            .findFirst()
            .orElseThrow();
    started.end(true);
  }

  @AfterAll
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void a_candidate_has_a_loopback_interface_of_its_bench_and_nothing_else() {
    assertThat(candidate.getHostConfig().getNetworkMode()).isEqualTo("container:" + examiner.id());
    assertThat(bench.getHostConfig().getNetworkMode()).isEqualTo("none");
    assertThat(bench.getNetworkSettings().getNetworks().keySet()).containsExactly("none");
    assertThat(bench.getHostConfig().getPortBindings()).as("ports opened on the host").isNull();
    assertThat(bench.getHostConfig().getSysctls())
        .containsEntry("net.ipv4.tcp_rmem", "4096 16384 65536")
        .containsEntry("net.ipv4.tcp_wmem", "4096 16384 65536")
        .containsEntry("net.ipv6.conf.lo.disable_ipv6", "0");
    assertThat(candidate.getConfig().getHostName()).isEqualTo("localhost");
  }

  @Test
  void a_candidate_may_do_nothing_but_compute() {
    HostConfig host = candidate.getHostConfig();
    assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
    assertThat(host.getCapAdd()).isNullOrEmpty();
    assertThat(host.getPrivileged()).isFalse();
    assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
    assertThat(host.getReadonlyRootfs()).isTrue();
    assertThat(host.getBinds()).isNullOrEmpty();
    assertThat(host.getIpcMode()).isEqualTo("none");
    assertThat(host.getLogConfig().getType()).isEqualTo(LogConfig.LoggingType.NONE);
    assertThat(candidate.getConfig().getUser()).isEqualTo("10002:10002");
    assertThat(bench.getConfig().getUser()).isEqualTo("10001:10001");
  }

  @Test
  void a_candidate_may_use_no_more_than_its_limits() {
    HostConfig host = candidate.getHostConfig();
    assertThat(host.getMemory()).isEqualTo(Limits.STANDARD.memoryMiB() * MIB);
    assertThat(host.getMemorySwap()).as("memory and swap together").isEqualTo(host.getMemory());
    assertThat(host.getPidsLimit()).isEqualTo(700);
    assertThat(host.getNanoCPUs()).isEqualTo(1_000_000_000);
    assertThat(host.getUlimits()).contains(new Ulimit("nofile", 1024L, 1024L));
    assertThat(host.getTmpFs())
        .isEqualTo(Map.of("/tmp", "rw,noexec,nosuid,nodev,mode=1777,size=16m"));
    assertThat(List.of(candidate.getConfig().getEntrypoint()))
        .contains("-Xmx" + Limits.STANDARD.heapMiB() + "m", "-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void a_candidate_that_ended_by_itself_is_asked_how() throws Exception {
    Sandbox.Candidate alone = sandbox.startCandidate(examiner, NOBODY_LISTENS, "unused");
    assertThat(alone.end(true)).isEqualTo("exit status 1");
    assertThat(alone.end(true)).isEqualTo("its container is gone");
  }

  @Test
  void what_a_candidate_writes_is_heard_by_who_asks_for_it() throws Exception {
    LastLines words = new LastLines();
    try (DockerSandbox other =
        DockerSandbox.open(Installation.current(), Limits.STANDARD, null, line -> {})) {
      other.captureOutput(() -> words);
      other.startCandidate(other.startExaminer(), NOBODY_LISTENS, "unused").end(true);
      words.awaitEnd(Duration.ofSeconds(10));
    }
    assertThat(words.text()).contains("java.net.ConnectException");
  }

  @Test
  void what_a_grader_that_is_gone_left_behind_is_removed_at_the_next_start() throws Exception {
    String running = new ContainerOwner().fresh();
    String gone = running.replace("#" + ProcessHandle.current().pid() + "#", "#0#");
    String left =
        docker
            .createContainerCmd(candidate.getConfig().getImage())
            .withLabels(Map.of(DockerSandbox.OWNER_LABEL, gone))
            .exec()
            .getId();
    DockerSandbox.open(Installation.current(), Limits.STANDARD, null, line -> {}).close();
    assertThat(docker.listContainersCmd().withShowAll(true).exec())
        .extracting(Container::getId)
        .doesNotContain(left)
        .contains(examiner.id());
  }

  @Test
  void closing_a_sandbox_leaves_none_of_its_containers() throws Exception {
    DockerSandbox other =
        DockerSandbox.open(Installation.current(), Limits.STANDARD, null, line -> {});
    Worker<ToExaminer, FromExaminer> worker = other.startExaminer();
    other.startCompiler();
    worker.send(new ToExaminer.Open(1, true, 0), Duration.ofSeconds(30));
    assertThat(worker.receive(Duration.ofSeconds(30))).isPresent();
    String id = worker.id();
    other.close();
    assertThat(docker.listContainersCmd().withShowAll(true).exec())
        .extracting(Container::getId)
        .doesNotContain(id);
    assertThat(worker.receive(Duration.ofSeconds(10))).as("the worker's last word").isEmpty();
  }
}
