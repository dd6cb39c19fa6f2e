package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.GIVEN_CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.common.BadInputException;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of a whole class, on random downloads: every file that comes in is a source of a
 * submission, or a line names it; or nothing is graded, and one line says why.
 */
class RandomClassesTest {
  private static final int TREES = 400;

  private static final List<String> NAMES =
      List.of("MyCodec.java", "MyMask.java", "MyEcho.java.txt", "Octet.java", "MyCodec", "a.pdf");

  private static final List<String> TEXTS =
      List.of(
          CODEC_SOURCE,
          CODEC_SOURCE,
          MASK_SOURCE,
          ECHO_SOURCE,
          CODEC_SOURCE.replace("firsthop.addresses", "lab01"),
          "public class CodecImpl implements Codec {}\n",
          GIVEN_CODEC,
          "package util;\npublic record Octet(int value) {}\n",
          "%PDF-1.7\n",
          "words\n");

  /** How a platform names a submission; the first one is a folder of the instructor's own. */
  private static final List<String> OF_PLATFORMS =
      List.of("s%1$d", "s%1$d_%1$d_%1$d_MyCodec.java", "s%1$d_%1$d_assignsubmission_file_");

  /** What may lie beside the submissions of a platform. */
  private static final List<String> BESIDE =
      List.of(
          "s%d",
          "s%d.zip",
          "s%d.tar.gz",
          "s%d.7z",
          "s%d_MyCodec.java",
          "s%d-MyMask (1).java",
          "s%d.java",
          "s%d.JAVA.txt",
          "s%d.pdf",
          "s%d.rar",
          "s%d-damaged.zip",
          "s%d",
          ".s%d.java",
          ".s%d");

  @TempDir Path temp;
  private Random random = new Random();

  /** The number of every file that was put in, with its path. */
  private final Map<Integer, String> files = new LinkedHashMap<>();

  private int number;

  @Test
  @Timeout(120)
  void no_file_of_a_class_is_counted_as_nothing() throws Exception {
    int graded = 0;
    int rows = 0;
    for (int seed = 0; seed < TREES; seed++) {
      random = new Random(seed);
      files.clear();
      number = 0;
      Path top = Files.createDirectory(temp.resolve("tree" + seed));
      fill(new Folder(top));
      IntakeRun run;
      try {
        run = IntakeRun.from(top);
      } catch (BadInputException refused) {
        continue;
      }
      graded++;
      rows += run.submissions().size();
      List<String> lines = new ArrayList<>(run.output());
      for (Submission each : run.submissions()) {
        each.notices().forEach(notice -> lines.add(each.id() + ": " + notice));
      }
      for (Map.Entry<Integer, String> file : files.entrySet()) {
        assertThat(isSource(file.getKey(), run) || isNamed(file.getKey(), lines))
            .as("tree %d: %s of %s%nlines %s", seed, file, files, lines)
            .isTrue();
      }
    }
    assertThat(graded).isGreaterThan(TREES / 2);
    assertThat(rows).isGreaterThan(TREES);
  }

  private static boolean isSource(int file, IntakeRun run) {
    return run.submissions().stream()
        .flatMap(each -> each.sources().values().stream())
        .flatMap(lab -> lab.values().stream())
        .anyMatch(text -> text.endsWith("// " + file + "\n"));
  }

  /** Each file has its own number in its path, also if a platform's row has another name. */
  private static boolean isNamed(int file, List<String> lines) {
    return lines.stream()
        .anyMatch(Pattern.compile("(?<![A-Za-z])[sf]" + file + "(?!\\d)").asPredicate());
  }

  private void fill(Folder folder) throws IOException {
    String ofPlatform = pick(OF_PLATFORMS);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      boolean isBeside = random.nextInt(3) == 0;
      add(folder, (isBeside ? pick(BESIDE) : ofPlatform).formatted(++number));
    }
  }

  private void add(Folder folder, String name) throws IOException {
    int own = number;
    if (name.endsWith("damaged.zip") || name.endsWith(".rar")) {
      folder.with(name, "x");
      files.put(own, name);
    } else if (name.matches(".*\\.(zip|gz|7z)")) {
      Packed packed = new Packed();
      contents().forEach(packed::with);
      folder.with(
          name,
          name.endsWith("zip")
              ? packed.zip()
              : name.endsWith("gz") ? packed.tarGz() : packed.sevenZip());
    } else if (name.matches("s\\d+(_\\d+_assign.*)?")) {
      for (Map.Entry<String, String> each : contents().entrySet()) {
        folder.with(name + "/" + each.getKey(), each.getValue());
      }
      Files.createDirectories(folder.path().resolve(name));
    } else if (name.matches("\\.s\\d+")) {
      // Its name stands for everything in it.
      folder.with(name + "/MyCodec.java", text(own));
      files.put(own, name);
    } else {
      folder.with(name, text(own));
      files.put(own, name);
    }
  }

  private Map<String, String> contents() {
    Map<String, String> inside = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String path = "f" + ++number + "/" + pick(NAMES);
      inside.put(path, text(number));
      files.put(number, path);
    }
    return inside;
  }

  private String text(int file) {
    return pick(TEXTS) + "// " + file + "\n";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
