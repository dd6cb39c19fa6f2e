package firsthop.grader.benchmarks;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.proof.patch.WrongSubmissions;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.store.StoredResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Creates a class of submissions with known marks, and checks the marks after {@code scale.sh} has
 * graded them.
 *
 * <pre>
 * java -cp "grader/benchmarks/target/grader-benchmarks.jar:grader/app/target/grader-app.jar:grader/app/target/lib/*" \
 *   firsthop.grader.benchmarks.Scale \
 *   make FOLDER 500
 * ... firsthop.grader.benchmarks.Scale check FOLDER RESULTS
 * </pre>
 *
 * <p>Of ten submissions, four are the reference solution of one lab, one is another right solution,
 * four are wrong (two different ones, each handed in twice), and one is hostile. Their names do not
 * show this.
 */
public final class Scale {
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern EARNS = Pattern.compile("^// Earns: (.+)$", Pattern.MULTILINE);
  private static final String KINDS = "kinds.txt";

  private final Course course;
  private final Path exams;
  private final Random random = new Random(1);

  private Scale(Installation installation) throws Exception {
    course = Course.read(installation);
    exams = installation.home().resolve("grader/exams");
  }

  public static void main(String[] args) throws Exception {
    Scale scale = new Scale(Installation.current());
    if (args[0].equals("make")) {
      scale.make(Path.of(args[1]), Integer.parseInt(args[2]));
    } else {
      scale.check(Path.of(args[1]), Path.of(args[2]));
    }
  }

  private void make(Path folder, int count) throws Exception {
    List<Known> right = right();
    List<Known> wrong = wrong();
    List<Known> hostile = hostile();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, random);
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path own = folder.resolve("submissions/student-%04d".formatted(numbers.get(i)));
      int nth = i / 10;
      Known known = null;
      switch (i % 10) {
        case 0, 1, 2, 3 ->
            write(own, course.labs().get((nth + i) % course.labs().size()), Map.of());
        case 4 -> known = right.get(nth % right.size());
        case 5, 6 -> known = wrong.get(2 * nth % wrong.size());
        case 7, 8 -> known = wrong.get((2 * nth + 1) % wrong.size());
        default -> {
          known = hostile.get(nth % hostile.size());
          attack(own, known);
        }
      }
      if (known != null && i % 10 != 9) {
        change(own, known);
      }
      kinds.add(own.getFileName() + " " + (known == null ? "reference" : known.kind()));
    }
    Files.write(folder.resolve(KINDS), kinds.stream().sorted().toList());
  }

  private void check(Path folder, Path results) throws Exception {
    Map<String, StoredResult> byId = new TreeMap<>();
    StoredRun.read(results).results().forEach(kept -> byId.put(kept.result().id(), kept));
    Map<String, String> firstOfKind = new TreeMap<>();
    int good = 0;
    List<String> complaints = new ArrayList<>();
    List<String> kinds = Files.readAllLines(folder.resolve(KINDS));
    for (String line : kinds) {
      String[] idAndKind = line.split(" ", 2);
      StoredResult kept = byId.remove(idAndKind[0]);
      String complaint = kept == null ? "is missing" : complaint(idAndKind[1], kept, firstOfKind);
      if (complaint.isEmpty()) {
        good++;
      } else {
        complaints.add(line + ": " + complaint);
      }
    }
    byId.keySet().forEach(id -> complaints.add(id + ": was not handed in"));
    complaints.forEach(System.out::println);
    System.out.println(good + " of " + kinds.size() + " have the expected marks");
    if (!complaints.isEmpty()) {
      System.exit(1);
    }
  }

  private String complaint(String kind, StoredResult kept, Map<String, String> firstOfKind)
      throws Exception {
    if (kept.result().notGraded()) {
      return "was not graded";
    }
    Map<String, Integer> earned = new TreeMap<>();
    Map<String, Integer> lost = new TreeMap<>();
    kept.result().labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .filter(each -> each.tests().stream().noneMatch(Scale::missing))
        .forEach(
            each -> {
              earned.put(each.exercise().id(), each.score());
              if (each.score() < each.exercise().max()) {
                lost.put(each.exercise().id(), each.score());
              }
            });
    if (kind.equals("reference") || kind.startsWith("right/")) {
      return lost.isEmpty() && !earned.isEmpty() ? "" : "earned " + earned;
    }
    if (kind.startsWith("wrong/")) {
      if (!lost.containsKey(kind.split("/")[1])) {
        return "lost no points in its exercise: " + earned;
      }
      String before = firstOfKind.putIfAbsent(kind, earned.toString());
      return before == null || before.equals(earned.toString())
          ? ""
          : "earned " + earned + ", but another student's copy earned " + before;
    }
    Map<String, Integer> honest = earns(exams.resolve(kind));
    return earned.equals(honest) ? "" : "earned " + earned + " instead of " + honest;
  }

  private static boolean missing(TestResult test) {
    return test.verdict() == Verdict.MISSING;
  }

  /** The lab's reference with what is known in its place. */
  private void change(Path own, Known known) throws Exception {
    int number = Integer.parseInt(known.kind().split("[/.]")[1]);
    Lab lab =
        course.labs().stream().filter(each -> each.number() == number).findFirst().orElseThrow();
    write(own, lab, known.files());
  }

  private void attack(Path own, Known attack) throws Exception {
    for (Lab lab : course.labs()) {
      Map<String, String> files = new TreeMap<>();
      for (String name : List.of("MyIpv4Codec", "MyUdpEchoServer")) {
        lab.solutions()
            .forEach(
                (path, text) -> {
                  if (path.endsWith("/" + name + ".java")) {
                    files.put(path, text);
                    files.put(
                        path.replace("/My", "/Honest"), text.replaceAll("\\bMy(\\w+)", "Honest$1"));
                  }
                });
      }
      attack
          .files()
          .forEach(
              (path, text) -> {
                if (lab.packages().stream().anyMatch(path::startsWith)) {
                  files.put(path, text);
                }
              });
      write(own, lab, files, Map.of());
    }
  }

  private static void write(Path own, Lab lab, Map<String, String> over) throws Exception {
    write(own, lab, lab.solutions(), over);
  }

  private static void write(
      Path own, Lab lab, Map<String, String> sources, Map<String, String> over) throws Exception {
    Map<String, String> files = new TreeMap<>(sources);
    files.putAll(over);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = own.resolve(lab.folder()).resolve("src/main/java").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, Integer> earns(Path hostile) throws Exception {
    Map<String, Integer> earns = new TreeMap<>();
    for (Path file : list(hostile)) {
      Matcher line = EARNS.matcher(Files.readString(file));
      if (line.find()) {
        for (String pair : line.group(1).split(" ")) {
          earns.put(pair.split("=")[0], Integer.valueOf(pair.split("=")[1]));
        }
      }
    }
    return earns;
  }

  /** Returns the submissions that are right in another way, in an order that mixes exercises. */
  private List<Known> right() throws Exception {
    List<Known> all = new ArrayList<>();
    for (Path exercise : list(exams.resolve("right"))) {
      for (Path folder : list(exercise)) {
        all.add(known(folder));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  /** Returns the submissions that are wrong, in an order that mixes exercises. */
  private List<Known> wrong() throws Exception {
    List<Known> all = new ArrayList<>();
    for (Path exercise : list(exams.resolve("wrong"))) {
      if (Files.isDirectory(exercise)) {
        WrongSubmissions.read(exercise).mistakes().stream()
            .map(each -> Known.of("wrong/" + each.exercise() + "/" + each.name(), each.files()))
            .forEach(all::add);
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private List<Known> hostile() throws Exception {
    List<Known> all = new ArrayList<>();
    for (Path folder : list(exams.resolve("hostile"))) {
      if (Files.isDirectory(folder)) {
        all.add(known(folder));
      }
    }
    return all;
  }

  private Known known(Path folder) throws Exception {
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(file.getFileName().toString(), Files.readString(file));
    }
    return Known.of(exams.relativize(folder).toString(), files);
  }

  /**
   * A submission whose worth is known.
   *
   * @param kind such as {@code wrong/1.1/takes-999}
   * @param files by path
   */
  private record Known(String kind, Map<String, String> files) {
    static Known of(String kind, Map<String, String> byName) {
      Map<String, String> files = new TreeMap<>();
      byName.forEach((name, text) -> files.put(path(name, text), text));
      return new Known(kind, files);
    }

    private static String path(String name, String text) {
      Matcher declared = PACKAGE.matcher(text);
      return (declared.find() ? declared.group(1).replace('.', '/') + "/" : "") + name;
    }
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
