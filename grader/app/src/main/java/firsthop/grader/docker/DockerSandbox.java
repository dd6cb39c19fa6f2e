package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import firsthop.grader.agent.Agent;
import firsthop.grader.compiler.CompilerWorker;
import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.examiner.Examiner;
import firsthop.grader.sandbox.JvmOptions;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * Workers and candidates in containers. Workers, which are few, are started by Testcontainers;
 * candidates, one or more for each submission, with its Docker client directly.
 */
public final class DockerSandbox implements Sandbox {
  /** As on the command line. */
  public static final String KIND = "docker";

  /** On every container of ours: whose it is, as {@link Owner} writes it. */
  static final String OWNER_LABEL = "firsthop.owner";

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final SandboxImages images;
  private final Limits limits;
  private final String owner = Owner.fresh();

  /** Open the sandbox, and remove what graders that are gone left behind. */
  public DockerSandbox(SandboxImages images, Limits limits) throws MachineFaultException {
    this.images = images;
    this.limits = limits;
    try {
      removeWhere(label -> !Owner.lives(label));
    } catch (DockerException failed) {
      throw new MachineFaultException("cannot list the Docker engine's containers", failed);
    }
  }

  @Override
  public Description describe() {
    return new Description(KIND, images.candidate(), images.jdk(), true, limits);
  }

  @Override
  public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
    List<String> command = images.workerCommand(JvmOptions.examiner(), Examiner.class.getName());
    WorkerContainer container =
        started("examiner", Hardening.EXAMINER_USER, command, Hardening.networkSettings());
    return new Worker<>(
        container.getContainerId(),
        container.output(),
        container.input(),
        ToExaminer.class,
        FromExaminer.class,
        container::end);
  }

  @Override
  public Worker<Compilation.Request, Compilation.Result> startCompiler()
      throws MachineFaultException {
    List<String> command =
        images.workerCommand(JvmOptions.compiler(), CompilerWorker.class.getName());
    WorkerContainer container = started("compiler", Hardening.COMPILER_USER, command, Map.of());
    return new Worker<>(
        container.getContainerId(),
        container.output(),
        container.input(),
        Compilation.Request.class,
        Compilation.Result.class,
        container::end);
  }

  @Override
  public Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException {
    List<String> command =
        new ArrayList<>(
            images.candidateCommand(
                JvmOptions.candidate(limits, images.jdkFeature()), Agent.class.getName()));
    command.add(String.valueOf(port));
    try {
      String id =
          docker
              .createContainerCmd(images.candidate())
              .withHostConfig(Hardening.with(limits).withNetworkMode("container:" + examiner.id()))
              .withUser(Hardening.CANDIDATE_USER)
              .withEntrypoint(command)
              .withEnv(Agent.TOKEN_VARIABLE + "=" + token)
              .withLabels(Map.of(OWNER_LABEL, owner))
              .exec()
              .getId();
      docker.startContainerCmd(id).exec();
      return new DockerCandidate(docker, id);
    } catch (DockerException failed) {
      throw new MachineFaultException("cannot start a candidate's container", failed);
    }
  }

  @Override
  public void close() {
    try {
      removeWhere(owner::equals);
    } catch (DockerException gone) {
      // Without its engine nothing of it runs.
    }
  }

  private WorkerContainer started(
      String role, String user, List<String> command, Map<String, String> sysctls)
      throws MachineFaultException {
    WorkerContainer container =
        new WorkerContainer(images.workers(), user, command, sysctls, owner);
    try {
      container.start();
      return container;
    } catch (ContainerLaunchException | DockerException failed) {
      container.end();
      throw new MachineFaultException("cannot start the " + role + "'s container", failed);
    }
  }

  private void removeWhere(java.util.function.Predicate<String> owned) {
    for (Container container :
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER_LABEL)).exec()) {
      if (owned.test(container.getLabels().getOrDefault(OWNER_LABEL, ""))) {
        Removal.of(docker, container.getId());
      }
    }
  }
}
