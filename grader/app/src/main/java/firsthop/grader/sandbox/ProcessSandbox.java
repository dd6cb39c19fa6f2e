package firsthop.grader.sandbox;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.Program;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.files.FileTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Workers and candidates as child processes that use this host's loopback interface. It does not
 * protect the host from a candidate. Use it only for trusted code, or inside a container that is
 * itself the sandbox.
 */
public final class ProcessSandbox implements Sandbox {
  private final Installation installation;
  private final Limits limits;
  private final Path scratch;
  private final Set<Process> started = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Supplier<LastLines> captured;

  public ProcessSandbox(Installation installation, Limits limits) throws MachineFaultException {
    this.installation = installation;
    this.limits = limits;
    try {
      this.scratch = Files.createTempDirectory("firsthop-");
    } catch (IOException full) {
      throw new MachineFaultException("cannot create a folder for the processes", full);
    }
  }

  @Override
  public Description describe() {
    return new Description(
        SandboxKind.PROCESS.word(), "", System.getProperty("java.version"), false, limits);
  }

  @Override
  public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
    return worker(JvmOptions.examiner(), Program.EXAMINER, ToExaminer.class, FromExaminer.class);
  }

  @Override
  public Worker<Compilation.Request, Compilation.Result> startCompiler()
      throws MachineFaultException {
    return worker(
        JvmOptions.compiler(),
        Program.COMPILER,
        Compilation.Request.class,
        Compilation.Result.class);
  }

  @Override
  public Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException {
    Path own = folder("candidate-");
    ProcessBuilder builder =
        builder(
            JvmOptions.candidate(limits, Runtime.version().feature()),
            installation.agentJars(),
            Program.AGENT,
            own);
    builder.command().add(String.valueOf(port));
    builder.environment().put(Program.TOKEN_VARIABLE, token);
    Process process = candidate(builder);
    return new ProcessCandidate(
        process,
        token,
        () -> {
          started.remove(process);
          delete(own);
        });
  }

  @Override
  public void captureOutput(Supplier<LastLines> outputs) {
    captured = outputs;
  }

  @Override
  public void close() {
    started.forEach(ProcessTree::kill);
    delete(scratch);
  }

  private Process candidate(ProcessBuilder builder) throws MachineFaultException {
    Supplier<LastLines> outputs = captured;
    if (outputs == null) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return start(builder);
    }
    Process process = start(builder.redirectErrorStream(true));
    outputs.get().addAll(process.getInputStream(), "output-of-candidate-" + process.pid());
    return process;
  }

  private ProcessBuilder builder(
      List<String> options, List<Path> classPath, Program program, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(program.mainClass());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    // With this locale a JVM can read a class path that is not ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private Process start(ProcessBuilder builder) throws MachineFaultException {
    try {
      Process process = builder.start();
      started.add(process);
      return process;
    } catch (IOException failed) {
      throw new MachineFaultException("cannot start " + builder.command().get(0), failed);
    }
  }

  private <S, R> Worker<S, R> worker(
      List<String> options, Program program, Class<S> said, Class<R> answered)
      throws MachineFaultException {
    Process process = start(builder(options, installation.workerJars(), program, scratch));
    String id = String.valueOf(process.pid());
    LastLines errors = new LastLines();
    errors.addAll(process.getErrorStream(), "errors-of-worker-" + id);
    return new Worker<>(
        id,
        new Worker.Streams(process.getInputStream(), process.getOutputStream(), errors),
        said,
        answered,
        () -> {
          ProcessTree.kill(process);
          started.remove(process);
        });
  }

  private Path folder(String prefix) throws MachineFaultException {
    try {
      return Files.createTempDirectory(scratch, prefix);
    } catch (IOException full) {
      throw new MachineFaultException("cannot create a folder for a process", full);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException held) {
      // The system cleans its folder of temporary files.
    }
  }
}
