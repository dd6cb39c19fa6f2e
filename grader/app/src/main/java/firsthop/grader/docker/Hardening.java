package firsthop.grader.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import firsthop.grader.sandbox.Limits;
import java.util.List;
import java.util.Map;

/** The restrictions of every container. Docker's default seccomp profile stays active too. */
final class Hardening {
  private static final long MIB = 1L << 20;
  private static final long NANO_CPUS = 1_000_000_000L;

  /** The limits of examiner and compiler. They are trusted, but their input is not. */
  static final Limits WORKER = new Limits(512, 1024, 512, 8192, 16, 2.0);

  /**
   * The sizes of socket buffers in bytes. They are kernel memory, which no container's limit
   * includes. With these sizes a transfer of 8 MB is still fast, and 500 idle connections use a few
   * MB instead of gigabytes.
   */
  private static final String TCP_BUFFER = "4096 16384 65536";

  private Hardening() {}

  /** Returns a host configuration with all privileges dropped and with these limits. */
  static HostConfig with(Limits limits) {
    long memory = limits.memoryMiB() * MIB;
    return HostConfig.newHostConfig()
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withReadonlyRootfs(true)
        .withTmpFs(
            Map.of("/tmp", "rw,noexec,nosuid,nodev,mode=1777,size=" + limits.scratchMiB() + "m"))
        .withMemory(memory)
        .withMemorySwap(memory)
        .withPidsLimit((long) limits.processes())
        .withNanoCPUs((long) (limits.cpus() * NANO_CPUS))
        .withUlimits(
            List.of(
                new Ulimit("nofile", (long) limits.openFiles(), (long) limits.openFiles()),
                new Ulimit("core", 0L, 0L)))
        .withIpcMode("none")
        .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
  }

  /** Returns the kernel settings of a bench's network namespace. */
  static Map<String, String> networkSettings() {
    return Map.of(
        "net.ipv4.tcp_rmem", TCP_BUFFER,
        "net.ipv4.tcp_wmem", TCP_BUFFER,
        "net.ipv6.conf.lo.disable_ipv6", "0");
  }
}
