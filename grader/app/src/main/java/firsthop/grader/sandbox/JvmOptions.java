package firsthop.grader.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The options of the JVMs in a sandbox. */
public final class JvmOptions {
  /** The first JDK that has the option. */
  private static final int ILLEGAL_NATIVE_ACCESS = 24;

  private JvmOptions() {}

  /**
   * Returns the options of a candidate's JVM: it starts fast, has few threads, and exits when it is
   * out of memory.
   */
  public static List<String> candidate(Limits limits, int jdk) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx" + limits.heapMiB() + "m",
                "-XX:MaxDirectMemorySize=" + limits.heapMiB() / 2 + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.home=/tmp",
                "-Djava.io.tmpdir=/tmp"));
    if (jdk >= ILLEGAL_NATIVE_ACCESS) {
      options.add("--illegal-native-access=deny");
    }
    return options;
  }

  /** Returns the options of an examiner's JVM. When out of memory, it exits and is replaced. */
  public static List<String> examiner() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx512m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-XX:+DisplayVMOutputToStderr",
        "-Dfile.encoding=UTF-8");
  }

  /** Returns the options of a compiler's JVM. When out of memory, it exits and is replaced. */
  public static List<String> compiler() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx512m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-XX:+DisplayVMOutputToStderr",
        "-Dfile.encoding=UTF-8");
  }
}
