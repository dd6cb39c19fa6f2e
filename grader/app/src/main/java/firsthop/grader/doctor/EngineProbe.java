package firsthop.grader.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks whether there is a Docker engine, and whether it can confine a student's code. */
public final class EngineProbe implements Probe {

  private static final String COPIES_EVERYTHING = "vfs";
  private static final double GIBIBYTE = 1L << 30;

  private final Engine engine;
  private final Machine machine;

  /** Creates a probe of an engine. */
  public EngineProbe(Engine engine, Machine machine) {
    this.engine = engine;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "Docker engine";
  }

  @Override
  public List<Finding> check() {
    Engine.Answer answer = engine.ask();
    return answer.facts().map(this::judge).orElseGet(() -> List.of(noEngine(answer)));
  }

  private Finding noEngine(Engine.Answer answer) {
    EngineTrouble trouble = answer.trouble().orElse(EngineTrouble.NO_ANSWER);
    String detail = answer.detail().isEmpty() ? "" : " (" + answer.detail() + ")";
    return Finding.bad(name(), trouble.text() + detail, new Remedies(machine).engine(trouble));
  }

  private List<Finding> judge(Engine.Facts facts) {
    List<Finding> findings = new ArrayList<>();
    findings.add(kind(facts));
    findings.add(limits(facts));
    findings.add(storage(facts));
    return findings;
  }

  private Finding kind(Engine.Facts facts) {
    String found =
        String.format(
            Locale.ROOT,
            "%s (API %s) on %s, %d processors, %.1f GiB",
            facts.version(),
            facts.apiVersion(),
            facts.system(),
            facts.processors(),
            facts.memoryBytes() / GIBIBYTE);
    return facts.kernel().equals("windows")
        ? Finding.bad(
            name(),
            found + "; it runs Windows containers",
            "choose 'Switch to Linux containers' in Docker Desktop's menu")
        : Finding.good(name(), found);
  }

  private Finding limits(Engine.Facts facts) {
    String name = "Docker limits";
    String cgroup = "cgroup v" + facts.cgroupVersion();
    if (!facts.limitsMemory()) {
      return Finding.bad(
          name, cgroup + "; the engine cannot limit memory", new Remedies(machine).memoryLimits());
    }
    if (!facts.limitsSwap()) {
      return Finding.bad(
          name,
          cgroup + "; memory is limited, but a container may swap past its limit",
          new Remedies(machine).memoryLimits());
    }
    return Finding.good(name, cgroup + "; memory and swap can be limited");
  }

  private Finding storage(Engine.Facts facts) {
    String name = "Docker storage";
    return facts.storageDriver().equals(COPIES_EVERYTHING)
        ? Finding.bad(
            name,
            "vfs; it copies the whole image for each submission",
            new Remedies(machine).storageDriver())
        : Finding.good(name, facts.storageDriver());
  }
}
