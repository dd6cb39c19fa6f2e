package firsthop.grader.control;

import java.util.List;
import java.util.Map;

/** What the grader asks of the compiler, and what comes back. */
public final class Compilation {
  private Compilation() {}

  /**
   * Compiles these sources, for release 17, without annotation processing.
   *
   * @param sources by path, such as {@code firsthop/udp/MyUdpEchoServer.java}
   * @param classPath the lab's own classes by binary name
   */
  public record Request(Map<String, String> sources, Map<String, byte[]> classPath) {}

  /**
   * What javac made of them.
   *
   * @param classes by binary name; empty unless it compiled
   * @param problems javac's errors, the first {@value #MAX_PROBLEMS}
   */
  public record Result(boolean compiled, Map<String, byte[]> classes, List<Problem> problems) {}

  /**
   * One error.
   *
   * @param path which source; empty when javac names none
   * @param line counted from 1; 0 when unknown
   */
  public record Problem(String path, long line, String message) {}

  /** How many errors a result carries. */
  public static final int MAX_PROBLEMS = 20;
}
