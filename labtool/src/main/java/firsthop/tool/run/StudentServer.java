package firsthop.tool.run;

import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.StudentObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The servers that a student writes, and one command to try each of them. */
public enum StudentServer {
  ECHO("echo", "3", "firsthop.tcp.MyTcpEchoServer", true, "nc %s %d"),
  UDP_ECHO("udp-echo", "2", "firsthop.udp.MyUdpEchoServer", false, "nc -u %s %d"),
  TFTP("tftp", "2", "firsthop.udp.MyTftpServer", false, "curl tftp://%s:%d/notes"),
  WEB("web", "3", "firsthop.tcp.MyWebServer", true, "curl -i http://%s:%d/");

  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int ATTEMPTS = 5;

  private final String word;
  private final String lab;
  private final String className;
  private final boolean tcp;
  private final String attempt;

  StudentServer(String word, String lab, String className, boolean tcp, String attempt) {
    this.word = word;
    this.lab = lab;
    this.className = className;
    this.tcp = tcp;
    this.attempt = attempt;
  }

  /** Returns the server that a word on the command line names. */
  public static StudentServer named(String word) throws ToolException {
    return Arrays.stream(values())
        .filter(server -> server.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    "there is no %s to run; there are %s"
                        .formatted(PrintableText.of(word), words())));
  }

  /** Returns the words of all servers. */
  public static String words() {
    return Arrays.stream(values()).map(server -> server.word).collect(Collectors.joining(", "));
  }

  /** Returns whether it speaks TCP; else it speaks UDP. */
  public boolean isTcp() {
    return tcp;
  }

  /** Returns the word on the command line, such as {@code udp-echo}. */
  public String word() {
    return word;
  }

  /** Returns the lab that it is in. */
  public LabProject lab() throws Exception {
    return LabProject.named(lab);
  }

  /** Returns a command to try, for an address and a port. */
  public String attempt(String address, int port) {
    return attempt.formatted(address, port);
  }

  /**
   * Creates and starts the server of the student.
   *
   * @param loader the classes of its lab
   * @param port 0 means any free port
   * @param files what a TFTP server or a web server serves, by name
   */
  public Running start(ClassLoader loader, String address, int port, Map<String, byte[]> files)
      throws ToolException {
    StudentObject server = StudentObject.create(loader, className);
    Object bound =
        switch (this) {
          case ECHO, UDP_ECHO -> server.call("start", address, port);
          case TFTP -> server.call("start", address, port, files, TIMEOUT_MILLIS, ATTEMPTS);
          case WEB -> server.call("start", address, port, ServedFiles.asPages(files));
        };
    if (!(bound instanceof Integer number) || number < 1 || number > 65_535) {
      throw new ToolException("start returned " + bound + "; it returns the port that is bound");
    }
    return new Running(server, number);
  }

  /**
   * A server that runs.
   *
   * @param port the port that it says it has bound
   */
  public record Running(StudentObject server, int port) implements AutoCloseable {
    @Override
    public void close() throws ToolException {
      server.call("close");
    }
  }
}
