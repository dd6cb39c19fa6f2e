package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.source.BadSourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of one exercise are.
 *
 * @param home the checkout
 * @param lab the folder of its lab, such as {@code lab01-addresses}
 * @param number its id
 * @param contract the simple name of its contract, such as {@code Ipv4Codec}
 */
public record ExerciseFiles(Path home, Path lab, ExerciseNumber number, String contract) {
  /** The folder of wrong submissions that holds the right one, which the patches change. */
  static final String BASE = "base";

  /** How the names of Korean texts end. */
  static final String KOREAN_END = ".ko.md";

  private static final String MAIN = "src/main/java";
  private static final String SOLUTION = "src/solution/java";
  private static final String TEST = "src/test/java";

  /** Returns its id, such as {@code 1.1}. */
  public String id() {
    return number.toString();
  }

  /** Returns the id of its lab, such as {@code lab01}. */
  public String labId() {
    return labName().substring(0, labName().indexOf('-'));
  }

  /** Returns the name of its lab's package below the course's, such as {@code addresses}. */
  public String subject() {
    return labName().substring(labName().indexOf('-') + 1);
  }

  /** Returns the package of the contract. */
  public String packageName() {
    return "firsthop." + subject();
  }

  /** Returns the interface. */
  public Path contractFile() {
    return source(MAIN, contract);
  }

  /** Returns the class that students fill in. */
  public Path skeleton() {
    return source(MAIN, "My" + contract);
  }

  /** Returns the class that solves the exercise. */
  public Path reference() {
    return source(SOLUTION, "My" + contract);
  }

  /** Returns the tests that students get. */
  public Path publicTest() {
    return source(TEST, contract + "Test");
  }

  /** Returns the hidden tests. */
  public Path exam() {
    return home.resolve(Checkout.EXAM_SOURCES).resolve(subject()).resolve(contract + "Exam.java");
  }

  /** Returns the folder of wrong submissions. */
  public Path wrong() {
    return home.resolve(Checkout.WRONG).resolve(id());
  }

  /** Returns the right solution that the patches of wrong submissions change. */
  public Path base() {
    return wrong().resolve(BASE).resolve("My" + contract + ".java");
  }

  /** Returns the files of the same contract under another id; empty when it is none. */
  public Optional<ExerciseFiles> with(String id) {
    return ExerciseNumber.read(id).map(other -> new ExerciseFiles(home, lab, other, contract));
  }

  /** Tells whether there is a base of wrong submissions of this contract. */
  public boolean hasSubmissions() {
    return Files.isRegularFile(base());
  }

  /** Returns the folder of solutions that are right in another way than the reference. */
  public Path right() {
    return home.resolve(Checkout.RIGHT).resolve(id());
  }

  /** Returns the copy of the reference among the samples. */
  public Path sampleReference() {
    return sample("reference");
  }

  /** Returns the copy of the skeleton among the samples. */
  public Path sampleSkeleton() {
    return sample("skeleton");
  }

  /** Returns the handout of its lab. */
  public Path handout() {
    return lab.resolve("README.md");
  }

  /** Returns the hints for students of its lab. */
  public Path hints() {
    return lab.resolve("hints.md");
  }

  /** Returns the Korean text beside a handout or its hints, such as {@code README.ko.md}. */
  public Path korean(Path text) {
    String name = text.getFileName().toString();
    return text.resolveSibling(name.replaceFirst("\\.md$", KOREAN_END));
  }

  /** Returns the Korean hints of the lab's public tests. */
  public Path koreanPublicHints() {
    return lab.resolve("src/test/resources/firsthop/hints.ko.properties");
  }

  /** Returns the Korean hints of the lab's hidden tests, and the Korean titles of its exercises. */
  public Path koreanHiddenHints() {
    return home.resolve(Checkout.EXAM_RESOURCES).resolve("hints-" + labId() + ".ko.properties");
  }

  /** Returns the sources that are the exercise's own, in the order in which they are written. */
  public List<Path> ownSources() {
    return List.of(contractFile(), skeleton(), reference(), publicTest(), exam(), base());
  }

  /** Returns a path as a person types it in the checkout's root. */
  public String shown(Path path) {
    return home.relativize(path).toString().replace('\\', '/');
  }

  /** Returns a complaint about a source as what keeps this exercise from being proven. */
  public Defect defect(BadSourceException bad) {
    return new Defect(
        id(), shown(bad.where()), "a source that can be read", bad.complaint(), "correct it");
  }

  /** Returns a path, with a line or without, as a person types it in the checkout's root. */
  public String shown(String where) {
    String root = home + File.separator;
    return where.startsWith(root) ? where.substring(root.length()).replace('\\', '/') : where;
  }

  private String labName() {
    return lab.getFileName().toString();
  }

  private Path sample(String name) {
    return home.resolve("examples")
        .resolve(name)
        .resolve(labName())
        .resolve(MAIN)
        .resolve(packagePath())
        .resolve("My" + contract + ".java");
  }

  private Path source(String root, String type) {
    return lab.resolve(root).resolve(packagePath()).resolve(type + ".java");
  }

  private String packagePath() {
    return packageName().replace('.', '/');
  }
}
