package firsthop.grader.exams.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs curl, with a deadline and a bound, without a shell and without anybody's settings. */
final class Curl {
  private static final int SECONDS = 5;
  private static final int MOST_OUTPUT = 1 << 20;
  private static final List<String> ALWAYS =
      List.of("curl", "--disable", "--silent", "--show-error", "--max-time", "" + SECONDS);

  /** What a run leaves: its exit code, and what it has printed, errors too. */
  record Run(int exit, byte[] output) {

    /** Returns its output, and its exit code if that is not 0. */
    String text() {
      String text = new String(output, StandardCharsets.UTF_8);
      return exit == 0 ? text : text + "curl ended with exit code " + exit;
    }
  }

  private Curl() {}

  /** Returns whether curl is installed. */
  static boolean isThere() throws InterruptedException {
    try {
      return run(List.of("curl", "--version")).exit == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Runs curl without a proxy; the last argument is the page, below 127.0.0.1. */
  static Run ask(int port, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ALWAYS);
    command.addAll(List.of("--noproxy", "*"));
    for (String argument : arguments) {
      command.add(argument.startsWith("/") ? "http://127.0.0.1:" + port + argument : argument);
    }
    return run(command);
  }

  /** Runs curl with a proxy at 127.0.0.1; the page is a full URL. */
  static Run askProxy(int port, String url) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ALWAYS);
    command.addAll(List.of("--noproxy", "", "--proxy", "http://127.0.0.1:" + port, url));
    return run(command);
  }

  private static Run run(List<String> command) throws IOException, InterruptedException {
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream out = curl.getInputStream()) {
      curl.getOutputStream().close();
      byte[] output = out.readNBytes(MOST_OUTPUT);
      if (!curl.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " did not end in time, or printed more than a page");
      }
      return new Run(curl.exitValue(), output);
    } finally {
      curl.destroyForcibly();
    }
  }
}
