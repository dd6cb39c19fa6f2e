package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Course;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in hidden tests and nowhere where students may read: their string literals, and the
 * names of the grader's own classes, as stack traces show them.
 */
public final class HiddenText {
  /** Shorter ones are found in any text. */
  private static final int LEAST = 4;

  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"\n(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern FRAME =
      Pattern.compile("firsthop\\.grader\\S*|org\\.junit\\S*|\\w+(?:Exam|Test)\\.java\\S*");

  /** A method of a class that is not nested, as the formatter indents it. */
  private static final Pattern METHOD = Pattern.compile("(?m)^  \\w[^=;(]*?(\\w+)\\(");

  private final Map<String, Set<String>> literals;
  private final LiteralSearch search;

  /**
   * Looks for these literals.
   *
   * @param literals without those that contracts, public tests, handouts, hints or the tests' names
   *     say, too; for each, the hidden tests that have it
   */
  HiddenText(Map<String, Set<String>> literals) {
    this.literals = literals;
    this.search = new LiteralSearch(literals.keySet(), LEAST);
  }

  /** Reads the hidden tests of a checkout. */
  public static HiddenText of(Installation installation, ExamPlan plan) throws IOException {
    Path home = installation.home();
    StringBuilder open = new StringBuilder();
    for (Path lab : labs(home, Course.read(installation))) {
      for (Path file : files(lab)) {
        open.append(plain(Files.readString(file))).append('\n');
      }
    }
    for (ExamPlan.Exercise exercise : plan.exercises()) {
      for (ExamPlan.Test test : exercise.tests()) {
        open.append(plain(test.hint())).append('\n');
        open.append(test.key().name().replace('_', ' ')).append('\n');
      }
    }
    Map<String, Set<String>> literals = new TreeMap<>();
    for (Path file : files(home.resolve("grader/exams/src/main/java/firsthop/grader/exams"))) {
      addLiterals(file, literals);
    }
    Set<String> readable =
        new LiteralSearch(literals.keySet().stream().map(HiddenText::plain).toList(), LEAST)
            .in(open.toString());
    literals.keySet().removeIf(literal -> readable.contains(plain(literal)));
    return new HiddenText(literals);
  }

  /** Adds the literals of a source, each with the methods that have it. */
  static void addLiterals(Path file, Map<String, Set<String>> literals) throws IOException {
    String source = Files.readString(file);
    LITERAL
        .matcher(source)
        .results()
        .forEach(
            found ->
                lines(found.group(1), found.group(2))
                    .map(String::strip)
                    .filter(literal -> plain(literal).length() >= LEAST)
                    .forEach(
                        literal ->
                            literals
                                .computeIfAbsent(literal, first -> new TreeSet<>())
                                .add(place(file, source, found.start()))));
  }

  /** Returns what it looks for. */
  Set<String> literals() {
    return literals.keySet();
  }

  /**
   * Says where a text that a student could read comes from, and what to do about it.
   *
   * @param found a literal, or a piece of a stack trace
   */
  String explain(String found) {
    return literals.containsKey(found)
        ? ("\"%s\" is in %s. Use another text in this test, or write it in the contract or the"
                + " handout, where students may read it.")
            .formatted(found, String.join(", ", literals.get(found)))
        : "\""
            + found
            + "\" is a line of a stack trace of the grader, which feedback must leave out.";
  }

  /**
   * Returns what a text shows of hidden tests and of the grader.
   *
   * @param submission whose own text may say what it likes
   */
  public List<String> in(String text, Submission submission) {
    String own = submission.sources().values().toString();
    List<String> found = new ArrayList<>();
    search.in(text).stream().filter(literal -> !own.contains(literal)).forEach(found::add);
    Matcher frames = FRAME.matcher(text);
    while (frames.find()) {
      if (!own.contains(frames.group())) {
        found.add(frames.group());
      }
    }
    return found;
  }

  /** Returns such as {@code Ipv4CodecExam.parse_reads_zero (line 30)}. */
  private static String place(Path file, String source, int at) {
    String type = file.getFileName().toString().replace(".java", "");
    Matcher method = METHOD.matcher(source);
    String name = "";
    while (method.find() && method.start() < at) {
      name = "." + method.group(1);
    }
    return "%s%s (line %d)".formatted(type, name, lineOf(source, at));
  }

  private static long lineOf(String source, int at) {
    return 1 + source.chars().limit(at).filter(letter -> letter == '\n').count();
  }

  private static Stream<String> lines(String block, String literal) {
    return block == null ? Stream.of(unescaped(literal)) : unescaped(block).lines();
  }

  private static String unescaped(String literal) {
    try {
      return literal.contains("\\u") ? literal : literal.translateEscapes();
    } catch (IllegalArgumentException ofAnotherKind) {
      return literal;
    }
  }

  /** Without what breaks sentences apart in sources: line ends, stars, quotes and pluses. */
  private static String plain(String text) {
    return text.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("[\\s*]+", " ").strip();
  }

  private static List<Path> labs(Path home, Course course) {
    List<Path> folders = new ArrayList<>(List.of(home.resolve("labkit")));
    course.labs().forEach(lab -> folders.add(home.resolve(lab.folder())));
    return folders;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|md|properties|txt|zone)"))
          .filter(file -> !file.toString().matches(".*/(target|solution)/.*"))
          .sorted()
          .toList();
    }
  }
}
