package firsthop.grader.proof.warm;

import firsthop.grader.files.FileTree;
import firsthop.grader.sandbox.ExitStatus;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.JvmOptions;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.SilentWorkerException;
import firsthop.grader.sandbox.Worker;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of {@link WarmCandidates}: a JVM as a candidate's, which runs {@link WarmAgent}. */
final class WarmProcess implements AutoCloseable {
  /** How long the process may take to read a call, and to answer when its examiner hung up. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a process that seems to have ended by itself is given to do so. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Process process;
  private final Path folder;
  private final Worker<WarmCall, WarmAnswer> worker;

  private WarmProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    LastLines nothing = new LastLines();
    nothing.end();
    this.worker =
        new Worker<>(
            "warm-" + process.pid(),
            new Worker.Streams(process.getInputStream(), process.getOutputStream(), nothing),
            WarmCall.class,
            WarmAnswer.class,
            this::kill);
  }

  /** Starts a process with a candidate's options, environment and limits. */
  static WarmProcess start(Installation installation, Limits limits) throws MachineFaultException {
    try {
      Path folder = Files.createTempDirectory("firsthop-warm-");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JvmOptions.candidate(limits, Runtime.version().feature()));
      command.add("-cp");
      command.add(classPath(installation));
      command.add(WarmAgent.class.getName());
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().put("LC_ALL", "C.UTF-8");
      return new WarmProcess(builder.start(), folder);
    } catch (IOException failed) {
      throw new MachineFaultException("cannot start a warm candidate", failed);
    }
  }

  /** Has it serve an examiner. */
  void serve(int port, String token) throws MachineFaultException {
    worker.send(new WarmCall(port, token), PATIENCE);
  }

  /**
   * Waits until its examiner has closed the connection. Returns whether it can serve another one.
   */
  boolean isFree() throws MachineFaultException {
    try {
      return worker.receive(PATIENCE).filter(answer -> answer.remains().isEmpty()).isPresent();
    } catch (SilentWorkerException stuck) {
      return false;
    }
  }

  /**
   * Ends it and waits until it is gone.
   *
   * @param ended whether it seems to have ended by itself
   * @return how it ended, in words
   */
  String end(boolean ended) throws MachineFaultException {
    try {
      boolean byItself = ended && process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return byItself ? ExitStatus.describe(process.exitValue()) : ExitStatus.ENDED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MachineFaultException("the wait for a candidate's end was ended", stopped);
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    worker.close();
    try {
      FileTree.delete(folder);
    } catch (IOException held) {
      // The system clears its folder for temporary files.
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private static String classPath(Installation installation) {
    return Stream.concat(installation.agentJars().stream(), Stream.of(home()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns where the class path has this package: a folder of classes or a jar. */
  private static Path home() {
    try {
      return Path.of(WarmAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
