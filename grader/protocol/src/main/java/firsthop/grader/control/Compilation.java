package firsthop.grader.control;

import java.util.List;
import java.util.Map;

/** The messages between the grader and the compiler. */
public final class Compilation {
  private Compilation() {}

  /**
   * Asks to compile sources for release 17, without annotation processing.
   *
   * @param sources by path, such as {@code firsthop/udp/MyUdpEchoServer.java}
   * @param classPath the lab's own classes by binary name
   */
  public record Request(Map<String, String> sources, Map<String, byte[]> classPath) {}

  /**
   * The result of a compilation.
   *
   * @param classes by binary name; empty if it did not compile
   * @param problems javac's errors, the first {@value #MAX_PROBLEMS}
   */
  public record Result(boolean compiled, Map<String, byte[]> classes, List<Problem> problems) {}

  /**
   * One error.
   *
   * @param path the source; empty when javac names none
   * @param line counted from 1; 0 when unknown
   */
  public record Problem(String path, long line, String message) {}

  /** The maximum number of errors in a result. */
  public static final int MAX_PROBLEMS = 20;
}
