package firsthop.grader.doctor;

import java.util.Optional;

/** A Docker engine, as far as the doctor asks about it. */
public interface Engine {

  /** Asks the engine about itself; returns within seconds, also where there is none. */
  Answer ask();

  /**
   * What came of asking: facts, or else the trouble.
   *
   * @param facts what the engine says
   * @param trouble why it says nothing
   * @param detail what was thrown, if that says more than the trouble; empty if not
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
   * What an engine says of itself.
   *
   * @param version its version
   * @param apiVersion the newest version of its API
   * @param system the operating system it runs on
   * @param kernel {@code linux} or {@code windows}: what kind of containers it runs
   * @param cgroupVersion 1 or 2
   * @param storageDriver how it lays images on top of each other
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
