package firsthop.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder as a student has it, with one lab that is made up for a test. */
public final class MadeUpHandout implements AutoCloseable {
  private static final String HOME = "firsthop.lab.home";
  private static final String MAIN = "lab09-sums/src/main/java/firsthop/sums/";
  private static final String TEST = "lab09-sums/src/test/java/firsthop/sums/";

  private final Path home;

  /** Makes it, and lets the tool work in it until it is closed. */
  public MadeUpHandout(Path home) throws IOException {
    this.home = home;
    System.setProperty(HOME, home.toString());
    contract("Adder", "9.1", "Adding");
    contract("Doubler", "9.2", "Doubling");
    with(MAIN + "MyAdder.java", adder("return a + b;"));
    with(
        MAIN + "MyDoubler.java",
        """
        package firsthop.sums;
        public class MyDoubler implements Doubler {
          public int of(int a, int b) { return new MyAdder().of(a, a); }
        }
        """);
    test("Adder", "of(1, 2)).as(\"one and two\").isEqualTo(3)");
    test("Doubler", "of(4, 0)).as(\"twice four\").isEqualTo(8)");
  }

  /** Returns the source of an adder with a body. */
  public static String adder(String body) {
    return """
        package firsthop.sums;
        public class MyAdder implements Adder {
          public int of(int a, int b) { %s }
        }
        """
        .formatted(body);
  }

  /** Returns a path below the folder. */
  public Path path(String name) {
    return home.resolve(name);
  }

  /** Returns the path of a source beside the contracts. */
  public Path source(String name) {
    return home.resolve(MAIN + name);
  }

  /** Writes a file. */
  public void with(String name, String content) throws IOException {
    Files.createDirectories(home.resolve(name).getParent());
    Files.writeString(home.resolve(name), content);
  }

  private void contract(String name, String id, String title) throws IOException {
    with(
        MAIN + name + ".java",
        """
        package firsthop.sums;
        @firsthop.kit.Exercise(id = "%s", title = "%s", rfc = "RFC 1")
        @firsthop.kit.Points(1)
        public interface %s { int of(int a, int b); }
        """
            .formatted(id, title, name));
  }

  private void test(String contract, String assertion) throws IOException {
    with(
        TEST + contract + "Test.java",
        """
        package firsthop.sums;
        @firsthop.kit.ExerciseTest(%1$s.class)
        class %1$sTest {
          @org.junit.jupiter.api.Test
          void it_is_right() {
            org.assertj.core.api.Assertions.assertThat(new My%1$s().%2$s;
          }
        }
        """
            .formatted(contract, assertion));
  }

  @Override
  public void close() {
    System.clearProperty(HOME);
  }
}
