package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.GIVEN_CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The law of one submission, on random folders, archives and files: every file that comes in is a
 * source of a lab, is named in a notice, or came with the handout; or the submission gets no mark.
 */
class RandomSubmissionsTest {
  private static final int TREES = 1_000;

  private static final List<String> FOLDERS =
      List.of(
          "src",
          "bin",
          "target",
          "out",
          "v1",
          "v2",
          "backup",
          ".history",
          "lab01-addresses",
          "a b",
          "kim - Copy",
          ".idea",
          "김");

  private static final List<String> NAMES =
      List.of(
          "MyCodec.java",
          "MyCodec (1).java",
          "MyMask.java",
          "MyEcho.java.txt",
          "Codec.java",
          "Octet.java",
          "package-info.java",
          "README.md",
          "pom.xml",
          "MyCodec.class",
          "MyCodec",
          "MyCodec.kt",
          "report.pdf",
          "notes.txt",
          "work.rar",
          ".DS_Store",
          "~$x.docx");

  private static final String GIVEN_PACKAGE = "package firsthop.addresses;\n";

  private static final List<String> TEXTS =
      List.of(
          CODEC_SOURCE,
          CODEC_SOURCE + "// 2\n",
          CODEC_SOURCE.replace("firsthop.addresses", "lab01"),
          CODEC_SOURCE.replace("firsthop.addresses", "firsthop.udp"),
          CODEC_SOURCE.replace("MyCodec", "MyCODEC"),
          "public class CodecImpl implements Codec {}\n",
          MASK_SOURCE,
          ECHO_SOURCE,
          ECHO_SOURCE + "// Octet\n",
          GIVEN_CODEC,
          GIVEN_CODEC + "// changed\n",
          "package util;\npublic record Octet(int value) {}\n",
          "package java.util;\npublic record Octet(int value) {}\n",
          "record Octet(int value) {}\n",
          GIVEN_PACKAGE,
          "%PDF-1.7",
          "words",
          "");

  /** Files of programs, and of the handout or a build: they need no notice beside work. */
  private static final Set<String> KNOWN = Set.of(".DS_Store", "~$x.docx", "README.md", "pom.xml");

  private static final Set<String> OF_BUILDS = Set.of("bin", "target", "out");

  private Random random = new Random();

  /** The text of every file that was put in, by its path. */
  private final Map<String, String> files = new LinkedHashMap<>();

  @Test
  @Timeout(60)
  void no_file_of_a_submission_is_counted_as_nothing() {
    int unreadable = 0;
    int graded = 0;
    for (int seed = 0; seed < TREES; seed++) {
      random = new Random(seed);
      files.clear();
      Item root = folder("kim", "", 3);
      Submission read = new SourceFinder(COURSE, IntakeLimits.STANDARD, root, false).read("kim");
      if (read.isUnreadable(COURSE.labs())) {
        assertThat(read.notices()).as("tree %d: %s", seed, files).isNotEmpty();
        unreadable++;
        continue;
      }
      boolean hasWork = COURSE.labs().stream().anyMatch(read::hasWorkFor);
      graded += hasWork ? 1 : 0;
      for (Map.Entry<String, String> file : files.entrySet()) {
        assertThat(isOfProgram(file.getKey()) || hasWork && isAccountedFor(file, read))
            .as("tree %d: %s of %s%nnotices %s", seed, file, files, read.notices())
            .isTrue();
      }
    }
    assertThat(unreadable).isGreaterThan(TREES / 20);
    assertThat(graded).isGreaterThan(TREES / 2);
  }

  private static boolean isAccountedFor(Map.Entry<String, String> file, Submission read) {
    String path = file.getKey();
    return isKnown(path)
        || path.endsWith("package-info.java") && file.getValue().equals(GIVEN_PACKAGE)
        || isSource(file.getValue(), read)
        || read.notices().stream().anyMatch(naming(path));
  }

  /** Returns a test whether a notice names a path, and not only a longer one. */
  private static Predicate<String> naming(String path) {
    return Pattern.compile("(^|[ ,:])" + Pattern.quote(path) + "($|[ ,;:])").asPredicate();
  }

  /** A copy of a source in another place, or with a corrected package, is the source too. */
  private static boolean isSource(String text, Submission read) {
    return text.equals(GIVEN_CODEC)
        || read.sources().values().stream()
            .flatMap(lab -> lab.values().stream())
            .anyMatch(source -> body(source).equals(body(text)) && !text.isBlank());
  }

  private static String body(String text) {
    return text.replaceFirst("package [\\w.]+; ?\\n?", "").strip();
  }

  private static boolean isOfProgram(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.contains(".idea/") || name.equals(".DS_Store") || name.startsWith("~$");
  }

  private static boolean isKnown(String path) {
    List<String> parts = List.of(path.split("/"));
    String name = parts.get(parts.size() - 1);
    boolean inBuild = parts.stream().anyMatch(OF_BUILDS::contains);
    return KNOWN.contains(name)
        || name.endsWith(".class")
        || inBuild && parts.contains("target") && name.endsWith(".txt") && !name.contains(".java");
  }

  private Item folder(String name, String prefix, int depth) {
    Map<String, Item> inside = new LinkedHashMap<>();
    int count = depth == 3 ? 1 + random.nextInt(4) : random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean isFolder = depth > 0 && random.nextInt(3) == 0;
      String child = isFolder ? pick(FOLDERS) : pick(NAMES);
      if (inside.containsKey(child)) {
        continue;
      }
      if (isFolder) {
        inside.put(child, folder(child, prefix + child + "/", depth - 1));
      } else {
        inside.put(child, file(child, prefix + child));
      }
    }
    if (depth > 1 && random.nextInt(6) == 0) {
      inside.put("w.zip", archive(prefix + "w.zip"));
    }
    List<Item> items = new ArrayList<>(inside.values());
    return new Item.Folder(name, 0, max -> items.subList(0, Math.min(max, items.size())));
  }

  private Item file(String name, String path) {
    String text = pick(TEXTS);
    files.put(path, text);
    return new Item.File(name, 0, Item.Content.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Item archive(String path) {
    Packed packed = new Packed();
    Set<String> names = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      names.add(random.nextBoolean() ? pick(NAMES) : pick(FOLDERS) + "/" + pick(NAMES));
    }
    for (String name : names) {
      String text = pick(TEXTS);
      packed.with(name, text);
      files.put(path + "/" + name, text);
    }
    if (names.isEmpty()) {
      files.put(path, "an empty archive");
    }
    byte[] bytes = random.nextBoolean() ? packed.zip() : packed.tarGz();
    return new Item.File("w.zip", 0, Item.Content.of(bytes));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
