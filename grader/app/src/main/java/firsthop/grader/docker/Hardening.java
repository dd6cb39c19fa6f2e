package firsthop.grader.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import firsthop.grader.sandbox.Limits;
import java.util.List;
import java.util.Map;

/**
 * What every container of ours is denied. The default seccomp profile stays in force, because
 * nothing here turns it off.
 */
final class Hardening {
  private static final long MIB = 1L << 20;
  private static final long NANO_CPUS = 1_000_000_000L;

  /** What examiner and compiler may use: they are ours, but run on what is not. */
  static final Limits WORKER = new Limits(512, 1024, 512, 8192, 16, 2.0);

  /**
   * Sockets' buffers, in bytes: kernel memory that no container's limit counts. 8 MB still cross in
   * a blink; 500 parked connections hold a few MB instead of gigabytes.
   */
  private static final String TCP_BUFFER = "4096 16384 65536";

  private Hardening() {}

  /** Returns a host configuration with everything off and these limits on. */
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

  /** Returns the settings of a bench's network namespace. */
  static Map<String, String> networkSettings() {
    return Map.of(
        "net.ipv4.tcp_rmem", TCP_BUFFER,
        "net.ipv4.tcp_wmem", TCP_BUFFER,
        "net.ipv6.conf.lo.disable_ipv6", "0");
  }
}
