package firsthop.grader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

@DockerRequired
@TestInstance(Lifecycle.PER_CLASS)
class ImagesIT {

  private static final String CLASS_DATA_MUST_LOAD = "-Xshare:on";

  /** The C library and what else a JVM loads from the host. */
  private static final Pattern SHARED_LIBRARY =
      Pattern.compile("(usr/)?lib(32|64)?/(\\S+/)?[\\w+.-]+\\.so(\\.[\\w.-]+)?");

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final List<String> progress = new ArrayList<>();
  private final Images images = new Images(docker, Jdk.running(), progress::add);
  private final Set<String> built = new HashSet<>();

  private ImageRecipe recipe = ImageRecipe.candidate(List.of());
  private RuntimeImage image = new RuntimeImage("", "", 0, List.of());
  private Container container = new Container(docker, image);

  @BeforeAll
  void buildOnce(@TempDir Path directory) {
    recipe =
        ImageRecipe.candidate(
            List.of(ContainerProbeJar.write(directory.resolve("probe.jar"), "1")));
    image = ensure(recipe);
    container = new Container(docker, image);
  }

  @AfterAll
  void removeRoleImages() {
    built.forEach(name -> docker.removeImageCmd(name).withForce(true).exec());
  }

  @Test
  void java_runs_a_main_class_in_a_hardened_container() {
    Container.Outcome outcome =
        container.java(
            CLASS_DATA_MUST_LOAD, "-cp", image.classPath(), "firsthop.grader.image.ContainerProbe");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .contains("java=" + Runtime.version().feature())
        .contains("user=candidate home=/tmp")
        .contains("localhost=127.0.0.1")
        .contains("encodings=UTF-8 UTF-8 windows-949")
        .contains("zone=UTC")
        .contains("echo over loopback=hello")
        .contains("korean=일요일")
        .contains("desktop=java.awt.Color[r=1,g=2,b=3]")
        .contains("process=IOException")
        .contains("write=FileSystemException /firsthop/x: Read-only file system");
  }

  @Test
  void the_images_name_and_java_are_told() {
    assertThat(image.name()).matches("firsthop/candidate:[0-9a-f]{20}");
    assertThat(image.java()).isEqualTo("/firsthop/jdk/bin/java");
    assertThat(image.feature()).isEqualTo(Runtime.version().feature());
    assertThat(image.classPath()).isEqualTo("/firsthop/lib/probe.jar");
  }

  @Test
  void the_image_holds_java_its_libraries_the_jar_and_nothing_else() {
    List<Container.Entry> files = container.files();

    assertThat(files)
        .extracting(Container.Entry::name)
        .filteredOn(file -> !file.startsWith("firsthop/jdk/"))
        .filteredOn(file -> !file.startsWith("usr/lib/locale/C."))
        .filteredOn(file -> !SHARED_LIBRARY.matcher(file).matches())
        .containsExactlyInAnyOrder(
            "etc/passwd", "etc/group", "etc/nsswitch.conf", "firsthop/lib/probe.jar");
    assertThat(files)
        .filteredOn(Container.Entry::program)
        .extracting(Container.Entry::name)
        .filteredOn(file -> !SHARED_LIBRARY.matcher(file).matches())
        .containsExactly("firsthop/jdk/bin/java");
    assertThat(files).extracting(Container.Entry::name).noneMatch(file -> file.contains("X11"));
  }

  @Test
  void there_is_no_shell() {
    for (String shell : List.of("sh", "/bin/sh", "/bin/bash", "/usr/bin/env", "/busybox/sh")) {
      assertThatThrownBy(() -> container.run(shell, "-c", "true"))
          .as(shell)
          .hasMessageMatching("(?s).*(no such file or directory|not found).*");
    }
  }

  @Test
  void there_is_no_compiler_for_students() {
    Container.Outcome outcome = container.java("-m", "jdk.compiler/com.sun.tools.javac.Main");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output()).contains("jdk.compiler not found");
  }

  @Test
  void a_second_ensure_builds_nothing() {
    progress.clear();

    assertThat(images.find(recipe)).contains(image);
    assertThat(images.ensure(recipe)).isEqualTo(image);

    assertThat(progress).isEmpty();
  }

  @Test
  void a_changed_jar_makes_another_image_on_the_same_runtime(@TempDir Path directory) {
    Path changed = ContainerProbeJar.write(directory.resolve("probe.jar"), "2");
    progress.clear();

    RuntimeImage another = ensure(ImageRecipe.candidate(List.of(changed)));

    assertThat(another.name()).isNotEqualTo(image.name());
    assertThat(progress).singleElement().asString().contains("firsthop/candidate");
  }

  @Test
  void the_workers_image_has_a_compiler() {
    RuntimeImage worker = ensure(ImageRecipe.worker(recipe.jars()));

    Container.Outcome outcome =
        new Container(docker, worker)
            .java("-m", "jdk.compiler/com.sun.tools.javac.Main", "-version");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("javac " + Runtime.version().feature());
  }

  @Test
  void an_image_with_java_on_it_serves_as_a_base() {
    ImageRecipe onBase =
        new ImageRecipe("based", Set.of("java.se"), recipe.jars(), Optional.of(image.name()));

    RuntimeImage based = ensure(onBase);

    assertThat(based.java()).isEqualTo(image.java());
    assertThat(new Container(docker, based).java("-version").exitCode()).isZero();
    assertThat(images.find(onBase)).contains(based);
  }

  @Test
  void a_base_without_a_needed_module_is_refused() {
    assertThatThrownBy(() -> images.ensure(ImageRecipe.worker(List.of()).on(image.name())))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("without [jdk.compiler]")
        .hasMessageContaining("--base-image");
  }

  private RuntimeImage ensure(ImageRecipe wanted) {
    RuntimeImage ready = images.ensure(wanted);
    built.add(ready.name());
    return ready;
  }
}
