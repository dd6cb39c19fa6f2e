package firsthop.grader.image;

import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Runs inside an image: says what a student's class would find there. */
final class ContainerProbe {

  private ContainerProbe() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("java=" + Runtime.version().feature());
    out.printf(
        "user=%s home=%s%n", System.getProperty("user.name"), System.getProperty("user.home"));
    out.println("localhost=" + InetAddress.getByName("localhost").getHostAddress());
    out.printf(
        "encodings=%s %s %s%n",
        Charset.defaultCharset(), System.getProperty("sun.jnu.encoding"), charset("MS949"));
    out.println("zone=" + ZoneId.systemDefault());
    out.println("echo over loopback=" + echo("hello"));
    out.println("korean=" + DayOfWeek.SUNDAY.getDisplayName(TextStyle.FULL, Locale.KOREA));
    out.println("desktop=" + new Color(1, 2, 3));
    out.println("process=" + failure(() -> new ProcessBuilder("java", "-version").start()));
    out.println("write=" + failure(() -> Files.writeString(Path.of("/firsthop/x"), "x")));
  }

  private static String charset(String name) {
    return Charset.forName(name).name().replace("x-", "");
  }

  private static String echo(String text) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket peer = server.accept()) {
      client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();
      return new String(peer.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String failure(Callable<?> attempt) {
    try {
      return "done: " + attempt.call();
    } catch (Exception e) {
      return e.getClass().getSimpleName() + " " + e.getMessage();
    }
  }
}
