package firsthop.grader.cli;

import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.doctor.Doctor;
import firsthop.grader.doctor.Engine;
import firsthop.grader.doctor.EngineProbe;
import firsthop.grader.doctor.Finding;
import firsthop.grader.doctor.ImageProbe;
import firsthop.grader.doctor.JdkProbe;
import firsthop.grader.doctor.Machine;
import firsthop.grader.doctor.MavenOnPath;
import firsthop.grader.doctor.MavenProbe;
import firsthop.grader.doctor.SocketBufferProbe;
import firsthop.grader.doctor.TestcontainersEngine;
import firsthop.grader.image.ImageRecipe;
import firsthop.grader.image.Images;
import firsthop.grader.image.Jdk;
import firsthop.grader.image.RuntimeImage;
import firsthop.grader.sandbox.Installation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the machine and prints what is missing. */
@Command(
    name = "doctor",
    description = {
      "Check the JDK, Maven, the Docker engine and the images. Print what is missing and the command"
          + " that repairs it.",
      "",
      "It changes nothing. Exit code 0: nothing is missing; 2: something is missing."
    },
    optionListHeading = "%n")
final class DoctorCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = doctor().examine();
    findings.forEach(finding -> print(finding, out));
    boolean good = findings.stream().allMatch(Finding::good);
    out.println(
        good
            ? "Nothing is missing. Try: ./firsthop grade examples"
            : "Something is missing; \"--sandbox process\" needs no Docker, see grade --help.");
    out.flush();
    return good ? Main.DONE : Main.BAD_INPUT;
  }

  private static Doctor doctor() {
    Machine machine = Machine.current();
    Jdk jdk = Jdk.running();
    Engine engine = new TestcontainersEngine(System.getenv(), LIMIT);
    Installation installation = Installation.current();
    Function<ImageRecipe, Optional<RuntimeImage>> images =
        recipe -> new Images(DockerClientFactory.instance().client(), jdk, line -> {}).find(recipe);
    return new Doctor(
        List.of(
            new JdkProbe(jdk, machine),
            new MavenProbe(new MavenOnPath(machine), machine),
            new EngineProbe(engine, machine),
            new SocketBufferProbe(),
            new ImageProbe(DockerSandbox.workers(installation), engine, images, jdk, machine),
            new ImageProbe(DockerSandbox.candidates(installation), engine, images, jdk, machine)),
        LIMIT);
  }

  private static void print(Finding finding, PrintWriter out) {
    out.printf("%-8s %s: %s%n", finding.good() ? "ok" : "MISSING", finding.name(), finding.found());
    if (!finding.remedy().isEmpty()) {
      finding.remedy().lines().forEach(line -> out.println("         " + line));
    }
  }
}
