package firsthop.grader.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Throws-away containers of an image, confined as a candidate's are. */
record Container(DockerClient docker, RuntimeImage image) {

  private static final int LIMIT_SECONDS = 60;
  private static final long MEMORY_BYTES = 256L << 20;

  /** What the engine itself puts into every container that it makes. */
  private static final Set<String> MADE_BY_DOCKER =
      Set.of(
          ".dockerenv", "dev/console", "etc/hostname", "etc/hosts", "etc/mtab", "etc/resolv.conf");

  record Outcome(int exitCode, String output) {}

  /** Runs the image's Java with the given arguments. */
  Outcome java(String... arguments) {
    return run(image.java(), arguments);
  }

  /** Runs a program of the image. */
  Outcome run(String program, String... arguments) {
    String id = create(program, arguments);
    StringBuffer output = new StringBuffer();
    try {
      ResultCallback.Adapter<Frame> attached =
          docker
              .attachContainerCmd(id)
              .withStdOut(true)
              .withStdErr(true)
              .withFollowStream(true)
              .exec(
                  new ResultCallback.Adapter<>() {
                    @Override
                    public void onNext(Frame frame) {
                      output.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                    }
                  });
      attached.awaitStarted(LIMIT_SECONDS, TimeUnit.SECONDS);
      docker.startContainerCmd(id).exec();
      int exitCode =
          docker
              .waitContainerCmd(id)
              .exec(new WaitContainerResultCallback())
              .awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS);
      attached.awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
      return new Outcome(exitCode, output.toString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      remove(id);
    }
  }

  /** A file of an image; its name has no leading slash. */
  record Entry(String name, boolean program) {}

  /** Returns all files of the image, without those that the engine puts into every container. */
  List<Entry> files() {
    String id = create(image.java());
    List<Entry> files = new ArrayList<>();
    try (InputStream export = docker.copyArchiveFromContainerCmd(id, "/").exec();
        TarArchiveInputStream tar = new TarArchiveInputStream(export)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().replaceFirst("^\\.?/", "");
        if (!entry.isDirectory() && !MADE_BY_DOCKER.contains(name)) {
          boolean program = !entry.isSymbolicLink() && (entry.getMode() & 0111) != 0;
          files.add(new Entry(name, program));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(id);
    }
  }

  private String create(String program, String... arguments) {
    return docker
        .createContainerCmd(image.name())
        .withEntrypoint(program)
        .withCmd(arguments)
        .withUser(ContainerUser.CANDIDATE.spec())
        .withAttachStdout(true)
        .withAttachStderr(true)
        .withHostConfig(
            HostConfig.newHostConfig()
                .withNetworkMode("none")
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(MEMORY_BYTES)
                .withMemorySwap(MEMORY_BYTES)
                .withTmpFs(Map.of("/tmp", "size=16m,noexec,nosuid,nodev"))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE)))
        .exec()
        .getId();
  }

  private void remove(String id) {
    docker.removeContainerCmd(id).withForce(true).exec();
  }
}
