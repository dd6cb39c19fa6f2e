package firsthop.grader.doctor;

/** The commands that install or repair what a machine lacks. */
record Remedies(Machine machine) {

  String jdk() {
    return switch (machine.kind()) {
      case DEBIAN -> sudo("apt-get install -y openjdk-17-jdk-headless");
      case LINUX -> sudo("dnf install java-17-openjdk-devel java-17-openjdk-jmods");
      case MAC -> "brew install --cask temurin@17";
      case WINDOWS -> "winget install EclipseAdoptium.Temurin.17.JDK";
    };
  }

  String maven() {
    return switch (machine.kind()) {
      case DEBIAN -> sudo("apt-get install -y maven");
      case LINUX -> sudo("dnf install maven");
      case MAC -> "brew install maven";
      case WINDOWS -> "choco install maven";
    };
  }

  String engine(EngineTrouble trouble) {
    return switch (trouble) {
      case NOT_INSTALLED -> installEngine();
      case NOT_RUNNING -> startEngine();
      case NO_PERMISSION -> "sudo usermod -aG docker \"$USER\"   (then log out and in again)";
      case NO_ANSWER -> restartEngine();
      case NAMED_ONE -> "start the engine that DOCKER_HOST names   (or: unset DOCKER_HOST)";
      case WITHOUT_LAUNCHER ->
          "./firsthop doctor   (or set TESTCONTAINERS_HOST_OVERRIDE=localhost)";
    };
  }

  String memoryLimits() {
    return machine.isLinux()
        ? "add 'cgroup_enable=memory swapaccount=1' to GRUB_CMDLINE_LINUX in /etc/default/grub,"
            + " then: "
            + sudo("update-grub")
            + " && "
            + sudo("reboot")
        : restartEngine();
  }

  String storageDriver() {
    return machine.isLinux()
        ? "put {\"storage-driver\": \"overlay2\"} into /etc/docker/daemon.json, then: "
            + restartEngine()
        : restartEngine();
  }

  private String installEngine() {
    return switch (machine.kind()) {
      case DEBIAN ->
          sudo("apt-get update && ")
              + sudo("apt-get install -y --no-install-recommends docker.io iptables");
      case LINUX -> sudo("dnf install moby-engine && ") + sudo("systemctl start docker");
      case MAC -> "brew install --cask docker && open -a Docker";
      case WINDOWS -> "winget install Docker.DockerDesktop   (then start Docker Desktop)";
    };
  }

  private String startEngine() {
    return switch (machine.kind()) {
      case DEBIAN, LINUX ->
          "%s   (without systemd: %s)".formatted(sudo("systemctl start docker"), sudo("dockerd &"));
      case MAC -> "open -a Docker";
      case WINDOWS -> "start Docker Desktop";
    };
  }

  private String restartEngine() {
    return switch (machine.kind()) {
      case DEBIAN, LINUX -> sudo("systemctl restart docker");
      case MAC -> "osascript -e 'quit app \"Docker\"'; open -a Docker";
      case WINDOWS -> "restart Docker Desktop";
    };
  }

  private String sudo(String command) {
    return machine.root() ? command : "sudo " + command;
  }
}
