package firsthop.grader.doctor;

import java.util.Optional;

/** The facts about a Docker engine that the doctor needs. */
public interface Engine {

  /** Asks the engine for its facts; returns within seconds, even if there is no engine. */
  Answer ask();

  /**
   * The answer of an engine: its facts, or the trouble.
   *
   * @param facts the facts; empty if there is trouble
   * @param trouble the reason why there are no facts
   * @param detail the exception, if it explains more than the trouble; otherwise empty
   */
  record Answer(Optional<Facts> facts, Optional<EngineTrouble> trouble, String detail) {

    static Answer of(Facts facts) {
      return new Answer(Optional.of(facts), Optional.empty(), "");
    }

    static Answer of(EngineTrouble trouble) {
      return of(trouble, "");
    }

    static Answer of(EngineTrouble trouble, String detail) {
      return new Answer(Optional.empty(), Optional.of(trouble), detail);
    }
  }

  /**
   * The facts that an engine reports about itself.
   *
   * @param version its version
   * @param apiVersion the newest version of its API
   * @param system the operating system it runs on
   * @param kernel {@code linux} or {@code windows}: what kind of containers it runs
   * @param cgroupVersion 1 or 2
   * @param storageDriver the driver that stores images and containers
   * @param limitsMemory whether it can limit a container's memory
   * @param limitsSwap whether it can keep a container from swapping
   * @param memoryBytes the memory for all containers
   * @param processors the processors for all containers
   */
  record Facts(
      String version,
      String apiVersion,
      String system,
      String kernel,
      String cgroupVersion,
      String storageDriver,
      boolean limitsMemory,
      boolean limitsSwap,
      long memoryBytes,
      int processors) {}
}
