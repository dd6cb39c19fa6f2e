package firsthop.grader.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the layers that the table in {@code CONTRIBUTING.md} draws, the highest first. */
@AnalyzeClasses(locations = LayersTest.OwnClasses.class)
class LayersTest {
  private static final Path CONTRIBUTING = Path.of("../../CONTRIBUTING.md");

  /** A row of the table, such as {@code | 3 | marks, roster | from points to marks |}. */
  private static final Pattern LAYER =
      Pattern.compile("^\\| *\\d+ *\\| *([a-z]+(?:, *[a-z]+)*) *\\|", Pattern.MULTILINE);

  @ArchTest
  static final ArchRule no_two_packages_need_each_other =
      slices().matching("firsthop.grader.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_app_sees_no_exam_no_examiner_and_no_test_library =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.junit..",
              "org.assertj..",
              "org.xbill..",
              "firsthop.kit..",
              "firsthop.grader.agent..",
              "firsthop.grader.compiler..",
              "firsthop.grader.exam..",
              "firsthop.grader.examiner..",
              "firsthop.grader.exams..",
              "firsthop.grader.network..");

  @ArchTest
  static void each_layer_uses_only_those_below_it(JavaClasses app) {
    List<List<String>> drawn = drawnLayers();
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (int i = 0; i < drawn.size(); i++) {
      layers =
          layers
              .layer(name(i))
              .definedBy(drawn.get(i).stream().map(LayersTest::pattern).toArray(String[]::new));
    }
    layers = layers.whereLayer(name(0)).mayNotBeAccessedByAnyLayer();
    for (int i = 1; i < drawn.size(); i++) {
      layers =
          layers
              .whereLayer(name(i))
              .mayOnlyBeAccessedByLayers(
                  IntStream.range(0, i).mapToObj(LayersTest::name).toArray(String[]::new));
    }
    layers.check(app);
  }

  @Test
  void the_table_names_every_package_once() throws IOException {
    List<String> drawn = drawnLayers().stream().flatMap(List::stream).toList();
    assertThat(drawn).doesNotHaveDuplicates();
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/firsthop/grader"))) {
      assertThat(drawn)
          .as("packages in the table of layers in CONTRIBUTING.md")
          .containsExactlyInAnyOrderElementsOf(
              folders
                  .filter(folder -> Files.exists(folder.resolve("package-info.java")))
                  .map(folder -> folder.getFileName().toString())
                  .toList());
    }
  }

  private static List<List<String>> drawnLayers() {
    try {
      return LAYER
          .matcher(Files.readString(CONTRIBUTING))
          .results()
          .map((MatchResult row) -> Arrays.asList(row.group(1).split(", *")))
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String name(int layer) {
    return "layer " + (layer + 1);
  }

  private static String pattern(String simpleName) {
    return "firsthop.grader." + simpleName + "..";
  }

  /** The app's own classes, without its tests and without other modules. */
  static final class OwnClasses implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
      return Set.of(Location.of(Path.of("target/classes")));
    }
  }
}
