// Tries: to find the hidden tests, the reference or the token in the class path, /proc, the
// environment and the heap, and to use what it finds. It answers rightly only if it found
// something.
// Earns: 1.1=0 2.3=16
package firsthop.addresses;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

public class MyIpv4Codec implements Ipv4Codec {
  private static final boolean FOUND = find();

  private final Ipv4Codec honest = new HonestIpv4Codec();

  @Override
  public int parse(String text) {
    return FOUND ? honest.parse(text) : 0;
  }

  @Override
  public String format(int address) {
    return FOUND ? honest.format(address) : "";
  }

  private static boolean find() {
    return loads() || opens() || readsOthers() || presentsTheTokenAgain() || dumpsTheHeap();
  }

  /** Hidden tests and what runs them, by name. */
  private static boolean loads() {
    String[] names = {
      "firsthop.grader.exams.addresses.Ipv4CodecExam",
      "firsthop.grader.examiner.Examiner",
      "firsthop.grader.agent.Agent",
      "org.junit.jupiter.api.Test",
      "org.assertj.core.api.Assertions"
    };
    ClassLoader[] loaders = {
      MyIpv4Codec.class.getClassLoader(), Thread.currentThread().getContextClassLoader()
    };
    for (String name : names) {
      for (ClassLoader loader : loaders) {
        try {
          Class<?> found = Class.forName(name, false, loader);
          if (!found.getName().endsWith("Agent")) {
            return true;
          }
        } catch (ClassNotFoundException | LinkageError absent) {
          // Not there.
        }
      }
    }
    return false;
  }

  /** Hidden tests as files: on the class path, or anywhere. */
  private static boolean opens() {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("exams") || entry.contains("lab01")) {
        return true;
      }
    }
    try (Stream<Path> files = Files.walk(Path.of("/firsthop"))) {
      return files.anyMatch(file -> file.toString().matches(".*(exam|junit|assertj|lab0).*"));
    } catch (IOException | RuntimeException closed) {
      return false;
    }
  }

  /** The examiner's process: its command line, environment and memory. */
  private static boolean readsOthers() {
    long self = ProcessHandle.current().pid();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        String pid = process.getFileName().toString();
        if (pid.matches("\\d+") && Long.parseLong(pid) != self) {
          String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
          if (line.contains("firsthop.grader.examiner")) {
            return true;
          }
        }
      }
    } catch (IOException | RuntimeException closed) {
      return false;
    }
    return false;
  }

  /** The token is in our own environment; the port is on our own command line. */
  private static boolean presentsTheTokenAgain() {
    String token = System.getenv("FIRSTHOP_TOKEN");
    try {
      String[] line =
          Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1).split("\0");
      int port = Integer.parseInt(line[line.length - 1]);
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
        socket.setSoTimeout(500);
        socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        return in.read() >= 0;
      }
    } catch (IOException | RuntimeException refused) {
      return false;
    }
  }

  /** Our own heap, through the platform's diagnostics: is there a class of the tests in it? */
  private static boolean dumpsTheHeap() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return histogram.toString().matches("(?s).*(Ipv4CodecExam|org\\.junit|grader\\.examiner).*");
    } catch (Exception unavailable) {
      return false;
    }
  }
}
