package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.Program;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.image.ContainerUser;
import firsthop.grader.image.ImageException;
import firsthop.grader.image.ImageRecipe;
import firsthop.grader.image.Images;
import firsthop.grader.image.Jdk;
import firsthop.grader.image.RuntimeImage;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.JvmOptions;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Workers and candidates in containers. Testcontainers starts the few workers. Candidates, one or
 * more for each submission, are started directly with its Docker client.
 */
public final class DockerSandbox implements Sandbox {
  /** On every container of ours: whose it is, as {@link ContainerOwner} writes it. */
  static final String OWNER_LABEL = "firsthop.owner";

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final RuntimeImage workers;
  private final RuntimeImage candidates;
  private final Limits limits;
  private final ContainerOwner owners = new ContainerOwner();
  private final String owner = owners.fresh();
  private final EngineWatch watch;
  private volatile @Nullable Supplier<LastLines> captured;

  private DockerSandbox(
      RuntimeImage workers, RuntimeImage candidates, Limits limits, Consumer<String> progress) {
    this.watch = new EngineWatch(docker, progress);
    this.workers = workers;
    this.candidates = candidates;
    this.limits = limits;
  }

  /**
   * Opens the sandbox. It builds missing images, and removes the containers of graders that have
   * ended.
   *
   * @param baseImage an image with a JDK to build on; null for the JDK that runs the grader
   * @param progress receives a message for people about each step that takes seconds, and when the
   *     engine stops
   */
  public static DockerSandbox open(
      Installation installation,
      Limits limits,
      @Nullable String baseImage,
      Consumer<String> progress)
      throws MachineFaultException {
    ImageRecipe worker = workers(installation);
    ImageRecipe candidate = candidates(installation);
    try {
      Images images = new Images(DockerClientFactory.instance().client(), Jdk.running(), progress);
      DockerSandbox sandbox =
          new DockerSandbox(
              images.ensure(baseImage == null ? worker : worker.on(baseImage)),
              images.ensure(baseImage == null ? candidate : candidate.on(baseImage)),
              limits,
              progress);
      sandbox.removeWhere(sandbox.owners::hasEnded);
      return sandbox;
    } catch (ImageException | DockerException | IllegalStateException failed) {
      throw new MachineFaultException("the Docker sandbox cannot be opened", failed);
    }
  }

  /** Returns the recipe of the image of examiner and compiler. */
  public static ImageRecipe workers(Installation installation) {
    return ImageRecipe.worker(installation.workerJars());
  }

  /** Returns the recipe of the candidates' image: the agent is the only grader code in it. */
  public static ImageRecipe candidates(Installation installation) {
    return ImageRecipe.candidate(installation.agentJars());
  }

  @Override
  public Description describe() {
    return new Description(
        SandboxKind.DOCKER.word(),
        candidates.name(),
        String.valueOf(candidates.feature()),
        true,
        limits);
  }

  @Override
  public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
    List<String> command = command(workers, JvmOptions.examiner(), Program.EXAMINER);
    WorkerContainer container =
        started("examiner", ContainerUser.EXAMINER, command, Hardening.networkSettings());
    return new Worker<>(
        container.getContainerId(),
        container.streams(),
        ToExaminer.class,
        FromExaminer.class,
        container::end);
  }

  @Override
  public Worker<Compilation.Request, Compilation.Result> startCompiler()
      throws MachineFaultException {
    List<String> command = command(workers, JvmOptions.compiler(), Program.COMPILER);
    WorkerContainer container = started("compiler", ContainerUser.COMPILER, command, Map.of());
    return new Worker<>(
        container.getContainerId(),
        container.streams(),
        Compilation.Request.class,
        Compilation.Result.class,
        container::end);
  }

  @Override
  public Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException {
    List<String> command =
        command(candidates, JvmOptions.candidate(limits, candidates.feature()), Program.AGENT);
    command.add(String.valueOf(port));
    try {
      String id =
          docker
              .createContainerCmd(candidates.name())
              .withHostConfig(Hardening.with(limits).withNetworkMode("container:" + examiner.id()))
              .withUser(ContainerUser.CANDIDATE.spec())
              .withEntrypoint(command)
              .withEnv(Program.TOKEN_VARIABLE + "=" + token)
              .withLabels(Map.of(OWNER_LABEL, owner))
              .exec()
              .getId();
      captureOutput(id);
      docker.startContainerCmd(id).exec();
      return new DockerCandidate(docker, id);
    } catch (RuntimeException failed) {
      throw new MachineFaultException("cannot start a candidate's container", failed);
    }
  }

  @Override
  public void captureOutput(Supplier<LastLines> outputs) {
    captured = outputs;
  }

  @Override
  public long outages() {
    return watch.outages();
  }

  @Override
  public boolean awaitOutage(long before, Duration limit) throws InterruptedException {
    return watch.awaitOutage(before, limit);
  }

  @Override
  public boolean awaitReady(Duration limit) throws InterruptedException {
    return watch.awaitReturn(limit);
  }

  @Override
  public void close() {
    watch.close();
    try {
      removeWhere(owner::equals);
    } catch (RuntimeException gone) {
      // Without the engine no container runs; the next run removes those that are left.
    }
  }

  /** Captures a candidate's output if that was asked for; otherwise it is discarded. */
  private void captureOutput(String id) throws MachineFaultException {
    Supplier<LastLines> outputs = captured;
    if (outputs != null) {
      CandidateOutput.attach(docker, id, outputs.get());
    }
  }

  private WorkerContainer started(
      String role, ContainerUser user, List<String> command, Map<String, String> sysctls)
      throws MachineFaultException {
    WorkerContainer container = new WorkerContainer(workers.name(), user, command, sysctls, owner);
    try {
      container.start();
      return container;
    } catch (RuntimeException failed) {
      container.end();
      throw new MachineFaultException("cannot start the " + role + "'s container", failed);
    }
  }

  private static List<String> command(RuntimeImage image, List<String> options, Program program) {
    List<String> command = new ArrayList<>();
    command.add(image.java());
    command.addAll(options);
    command.addAll(List.of("-cp", image.classPath(), program.mainClass()));
    return command;
  }

  private void removeWhere(Predicate<String> owned) {
    for (Container container :
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER_LABEL)).exec()) {
      if (owned.test(container.getLabels().getOrDefault(OWNER_LABEL, ""))) {
        ContainerRemoval.of(docker, container.getId());
      }
    }
  }
}
