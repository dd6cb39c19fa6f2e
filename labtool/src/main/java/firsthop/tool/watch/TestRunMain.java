package firsthop.tool.watch;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The process in which the student's classes run. It stays warm: JUnit stays loaded, and each run
 * gets a new class loader. The student's code may end this process; the one that watches goes on.
 */
final class TestRunMain {
  static final byte CASE = 1;
  static final byte CLASS_END = 2;
  static final byte END = 3;

  private TestRunMain() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setIn(InputStream.nullInputStream());
    // What student code prints is shown by mvn test, beside the test that printed it.
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build());
    run(
        launcher,
        List.of(),
        List.of(WarmUp.class.getName()),
        new DataOutputStream(OutputStream.nullOutputStream()));
    while (true) {
      int folders = in.readInt();
      List<URL> classPath = new ArrayList<>();
      for (int i = 0; i < folders; i++) {
        classPath.add(Path.of(in.readUTF()).toUri().toURL());
      }
      List<String> classes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        classes.add(in.readUTF());
      }
      run(launcher, classPath, classes, out);
      out.writeByte(END);
      out.flush();
    }
  }

  private static void run(
      Launcher launcher, List<URL> classPath, List<String> classes, DataOutputStream out)
      throws IOException {
    ClassLoader own = TestRunMain.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), own)) {
      Thread.currentThread().setContextClassLoader(loader);
      List<DiscoverySelector> selectors = new ArrayList<>();
      for (String name : classes) {
        selectors.add(DiscoverySelectors.selectClass(loader, name));
      }
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
      launcher.execute(request, new CaseReporter(out));
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }
}
