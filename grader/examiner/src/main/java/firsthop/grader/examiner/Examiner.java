package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.exam.Seed;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.ToCandidate;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The examiner's process. It receives requests from the grader over its standard streams, and runs
 * one examination after the other until the grader ends it or is gone.
 */
public final class Examiner {
  /** The default package of the hidden tests. */
  public static final String EXAMS = "firsthop.grader.exams";

  private final Grader grader;
  private final LauncherSession session;
  private final Exams exams;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private Examiner(Grader grader, LauncherSession session, String rootPackage) {
    this.grader = grader;
    this.session = session;
    this.exams = new Exams(session.getLauncher(), rootPackage);
  }

  /**
   * Runs until the grader ends it.
   *
   * @param args the package of the hidden tests, if it is not {@value #EXAMS}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    FrameChannel channel =
        new FrameChannel(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            Bounds.STANDARD);
    // Standard output is for messages to the grader; tests must not print to it.
    System.setOut(System.err);
    LauncherConfig quiet =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    try (LauncherSession session = LauncherFactory.openSession(quiet)) {
      new Examiner(new Grader(channel), session, args.length > 0 ? args[0] : EXAMS).serve();
    }
    System.exit(0);
  }

  private void serve() throws IOException, InterruptedException {
    ToExaminer.Open opened = grader.receive(ToExaminer.Open.class);
    grader.send(new FromExaminer.Planned(exams.plan()));
    ToExaminer message = grader.receive();
    while (message instanceof ToExaminer.Examine request) {
      examine(request, opened);
      message = grader.receive();
    }
    if (!(message instanceof ToExaminer.End)) {
      throw new IOException("expected Examine or End, got " + message);
    }
  }

  private void examine(ToExaminer.Examine request, ToExaminer.Open opened)
      throws IOException, InterruptedException {
    CandidateHost host =
        new CandidateHost(grader, new ToCandidate.Classes(request.given(), request.handedIn()));
    Examination examination =
        new Examination(exams, grader, host, watchdog, opened.bench(), new Seed(opened.seed()));
    try {
      examination.run(session, request.tests(), request.timeOuts());
      host.end();
    } catch (IOException fault) {
      host.end();
      grader.send(new FromExaminer.Broken(String.valueOf(fault.getMessage())));
      return;
    }
    grader.send(new FromExaminer.Finished(opened.ownNamespace() ? openSockets() : List.of()));
  }

  private static List<String> openSockets() throws IOException, InterruptedException {
    return new SocketTables(Path.of("/proc/self/net")).awaitClosed();
  }
}
