package firsthop.tool.watch;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The process that runs tests, as the one that watches sees it. */
final class TestRunProcess implements Closeable {
  /** What hears of results. */
  interface Listener {
    void finished(CaseResult result);

    void classEnded(String testClass);

    /** Called once at the end of a run; {@code isGone} says whether the process is gone. */
    void over(boolean isGone);
  }

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private volatile boolean isClosed;

  TestRunProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                TestRunMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(process.getInputStream());
  }

  /** Runs test classes; the listener is called by another thread. */
  void run(List<Path> classPath, List<String> classes, Listener listener) {
    Thread thread =
        new Thread(
            () -> {
              boolean ended = true;
              try {
                send(classPath, classes);
                ended = receive(listener);
              } catch (IOException e) {
                // The process has ended, by itself or because it was closed.
              }
              if (!isClosed) {
                listener.over(ended);
              }
            },
            "test run");
    thread.setDaemon(true);
    thread.start();
  }

  private void send(List<Path> classPath, List<String> classes) throws IOException {
    out.writeInt(classPath.size());
    for (Path folder : classPath) {
      out.writeUTF(folder.toString());
    }
    out.writeInt(classes.size());
    for (String name : classes) {
      out.writeUTF(name);
    }
    out.flush();
  }

  private boolean receive(Listener listener) throws IOException {
    try {
      for (byte what = in.readByte(); what != TestRunMain.END; what = in.readByte()) {
        if (what == TestRunMain.CASE) {
          CaseResult result = CaseResult.read(in);
          tell(() -> listener.finished(result));
        } else {
          String testClass = in.readUTF();
          tell(() -> listener.classEnded(testClass));
        }
      }
      return false;
    } catch (EOFException e) {
      return true;
    }
  }

  private void tell(Runnable news) {
    if (!isClosed) {
      news.run();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    process.destroyForcibly();
  }
}
