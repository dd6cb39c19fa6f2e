package firsthop.grader.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds images on an engine from files of this host only. No step runs a program or downloads a
 * file.
 */
final class ImageBuilder {

  static final String JDK = "/firsthop/jdk";
  static final String LIB = "/firsthop/lib";

  /** The C library's UTF-8 locale; without it Java cannot use Korean file names. */
  private static final List<Path> LOCALES =
      List.of(Path.of("/usr/lib/locale/C.utf8"), Path.of("/usr/lib/locale/C.UTF-8"));

  private static final int LIMIT_MINUTES = 10;
  private static final String NOBODY = "65534:65534";
  private static final int EVERYONE_STICKY = 01777;

  private final DockerClient docker;

  ImageBuilder(DockerClient docker) {
    this.docker = docker;
  }

  /**
   * Builds an image with a linked runtime only.
   *
   * @throws ImageException if the JDK cannot be linked or the engine refuses the image
   */
  void buildRuntime(String name, RuntimeLinker linker, Set<String> modules) {
    inScratchSpace(
        name,
        scratch -> {
          Path runtime = scratch.resolve("jdk");
          linker.link(modules, runtime);
          Set<Path> libraries = new NativeLibraries(runtime).collect();
          Path tar = scratch.resolve("context.tar");
          try (BuildContext context = new BuildContext(tar)) {
            context.text("Dockerfile", runtimeDockerfile());
            context.tree("root" + JDK, runtime);
            for (Path library : libraries) {
              context.file("root" + library, library);
            }
            for (Path locale : LOCALES) {
              if (Files.isDirectory(locale)) {
                context.tree("root" + locale, locale);
              }
            }
            context.text("root/etc/passwd", passwd());
            context.text("root/etc/group", group());
            context.text("root/etc/nsswitch.conf", List.of("passwd: files", "hosts: files"));
            context.directory("root/tmp", EVERYONE_STICKY);
          }
          build(name, tar);
        });
  }

  /**
   * Builds the image of a role on top of an image with Java.
   *
   * @throws ImageException if a jar cannot be read or the engine refuses the image
   */
  void buildRole(String name, String base, JavaInImage java, ImageRecipe recipe) {
    inScratchSpace(
        name,
        scratch -> {
          Path tar = scratch.resolve("context.tar");
          try (BuildContext context = new BuildContext(tar)) {
            context.text("Dockerfile", roleDockerfile(base, java, recipe.role()));
            context.directory("lib", 0755);
            for (Path jar : recipe.jars()) {
              context.file("lib/" + ImageRecipe.nameOf(jar), jar);
            }
          }
          build(name, tar);
        });
  }

  private static List<String> runtimeDockerfile() {
    return List.of(
        "FROM scratch",
        "COPY root/ /",
        "ENV JAVA_HOME=" + JDK + " PATH=" + JDK + "/bin",
        "LABEL " + Images.ROLE_LABEL + "=runtime");
  }

  private static List<String> roleDockerfile(String base, JavaInImage java, String role) {
    return List.of(
        "FROM " + base,
        "COPY lib/ " + LIB + "/",
        "ENV LANG=C.UTF-8 TZ=UTC HOME=/tmp",
        "WORKDIR /tmp",
        "USER " + NOBODY,
        "ENTRYPOINT [\"" + java.program() + "\"]",
        "CMD [\"-version\"]",
        "LABEL %s=%s %s=%s %s=%d"
            .formatted(
                Images.ROLE_LABEL, role,
                Images.JAVA_LABEL, java.program(),
                Images.FEATURE_LABEL, java.feature()));
  }

  private static List<String> passwd() {
    List<String> lines = new ArrayList<>(List.of("root:x:0:0::/:"));
    Stream.of(ContainerUser.values())
        .map(user -> "%1$s:x:%2$d:%2$d::/tmp:".formatted(user.login(), user.id()))
        .forEach(lines::add);
    return lines;
  }

  private static List<String> group() {
    List<String> lines = new ArrayList<>(List.of("root:x:0:"));
    Stream.of(ContainerUser.values())
        .map(user -> "%s:x:%d:".formatted(user.login(), user.id()))
        .forEach(lines::add);
    return lines;
  }

  private void build(String name, Path tar) throws IOException {
    try (InputStream context = new BufferedInputStream(Files.newInputStream(tar))) {
      docker
          .buildImageCmd(context)
          .withTags(Set.of(name))
          .withRemove(true)
          .withForcerm(true)
          .exec(new BuildImageResultCallback())
          .awaitImageId(LIMIT_MINUTES, TimeUnit.MINUTES);
    } catch (DockerException | DockerClientException e) {
      throw new ImageException(
          "Sent image " + name + " to the Docker engine to be built",
          "an image",
          String.valueOf(e.getMessage()),
          "look at the engine's disk (docker system df) and its log, then run it again",
          e);
    }
  }

  private interface Step {
    void in(Path scratch) throws IOException;
  }

  private static void inScratchSpace(String name, Step step) {
    Path scratch = null;
    try {
      scratch = Files.createTempDirectory("firsthop-image-").toRealPath();
      step.in(scratch);
    } catch (IOException | UncheckedIOException e) {
      throw new ImageException(
          "Gathered the files of image %s in %s"
              .formatted(name, System.getProperty("java.io.tmpdir")),
          "300 MB of free space, and files that can be read",
          e.toString(),
          "free some space there, or choose another directory with -Djava.io.tmpdir",
          e);
    } finally {
      Directories.deleteIfThere(scratch);
    }
  }
}
