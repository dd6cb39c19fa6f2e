package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.doctor.Machine.Kind;
import firsthop.grader.image.ImageRecipe;
import firsthop.grader.image.Jdk;
import firsthop.grader.image.RuntimeImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The probes for JDK, Maven and images. */
class ProbesTest {

  private static final Machine DEBIAN = new Machine(Kind.DEBIAN, false);
  private static final Machine MAC = new Machine(Kind.MAC, false);
  private static final ImageRecipe CANDIDATE = ImageRecipe.candidate(List.of());
  private static final Engine NO_ENGINE = () -> Engine.Answer.of(EngineTrouble.NOT_RUNNING);
  private static final Engine ENGINE =
      () ->
          Engine.Answer.of(
              new Engine.Facts("24", "1.43", "x", "linux", "2", "overlay2", true, true, 1, 1));

  @Test
  void the_jdk_of_this_build_is_good() {
    assertThat(new JdkProbe(Jdk.running(), MAC).check())
        .singleElement()
        .matches(Finding::good)
        .extracting(Finding::found)
        .asString()
        .contains(Runtime.version().toString(), System.getProperty("java.home"));
  }

  @Test
  void a_jdk_before_17_is_not() {
    assertThat(new JdkProbe(jdk("11.0.20"), DEBIAN).check())
        .singleElement()
        .matches(finding -> !finding.good())
        .extracting(Finding::remedy)
        .isEqualTo("sudo apt-get install -y openjdk-17-jdk-headless");
  }

  @Test
  void a_java_without_jlink_is_not_good_on_linux_where_images_come_from_it() {
    assertThat(new JdkProbe(jdk("17.0.15"), DEBIAN).check().get(0).good()).isFalse();
    assertThat(new JdkProbe(jdk("17.0.15"), MAC).check().get(0).good()).isTrue();
  }

  @Test
  void maven_tells_its_version() {
    assertThat(new MavenProbe(() -> Optional.of("Apache Maven 3.8.7"), DEBIAN).check())
        .containsExactly(Finding.good("Maven", "Apache Maven 3.8.7"));
  }

  @Test
  void maven_may_be_absent() {
    MavenOnPath nowhere = new MavenOnPath(List.of("no-such-program-anywhere", "--version"));

    assertThat(new MavenProbe(nowhere, MAC).check())
        .containsExactly(Finding.bad("Maven", "no mvn on the PATH", "brew install maven"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no printf")
  void mavens_version_is_read_through_its_colours() {
    MavenOnPath coloured =
        new MavenOnPath(
            List.of("printf", "warning\\n\\033[1mApache Maven 3.9.9 (8e85)\\033[m\\nhome\\n"));

    assertThat(coloured.get()).contains("Apache Maven 3.9.9 (8e85)");
  }

  @Test
  void an_image_that_is_there_is_named() {
    RuntimeImage image = new RuntimeImage("firsthop/candidate:1", "java", 17, List.of());

    assertThat(imageProbe(CANDIDATE, ENGINE, Optional.of(image), DEBIAN).check())
        .containsExactly(Finding.good("Image of the candidate", "firsthop/candidate:1, Java 17"));
  }

  @Test
  void an_image_that_is_not_there_is_no_fault_where_it_can_be_built() {
    assertThat(imageProbe(CANDIDATE.on("a-jdk"), ENGINE, Optional.empty(), MAC).check())
        .containsExactly(
            Finding.good("Image of the candidate", "will be built on a-jdk when grade first runs"));
  }

  @Test
  void an_image_cannot_be_made_from_a_jdk_of_another_system() {
    Finding finding = imageProbe(CANDIDATE, ENGINE, Optional.empty(), MAC).check().get(0);

    assertThat(finding.good()).isFalse();
    assertThat(finding.remedy()).contains("--base-image");
  }

  @Test
  void without_an_engine_images_are_not_looked_for() {
    ImageProbe probe =
        new ImageProbe(
            CANDIDATE,
            NO_ENGINE,
            recipe -> {
              throw new AssertionError("asked for " + recipe);
            },
            jdk("17"),
            DEBIAN);

    assertThat(probe.check().get(0).remedy()).isEqualTo("repair the engine first");
  }

  private static ImageProbe imageProbe(
      ImageRecipe recipe, Engine engine, Optional<RuntimeImage> image, Machine machine) {
    return new ImageProbe(recipe, engine, wanted -> image, jdk("17"), machine);
  }

  /** A Java at a place where there is no jlink. */
  private static Jdk jdk(String version) {
    return new Jdk(
        Path.of("/no/such/place"),
        Runtime.Version.parse(version),
        "Vendor",
        "amd64",
        new TreeSet<>());
  }
}
