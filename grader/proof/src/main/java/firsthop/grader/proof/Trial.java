package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A submission of which one exercise proves something, and the exercises by which it is graded.
 *
 * @param name what tells it from the others of its kind
 * @param sources what is handed in, by path such as {@code firsthop/udp/MyUdpEchoServer.java}
 * @param graded mostly the exercise alone
 */
record Trial(
    Kind kind,
    ExamPlan.Exercise exercise,
    String name,
    Map<String, String> sources,
    List<ExamPlan.Exercise> graded) {

  /** The name under which all are handed in: feedback shows it, and it must say nothing. */
  private static final String HANDED_IN_AS = "a-submission";

  /** What is known of a submission. */
  enum Kind {
    /** What students begin with: open. */
    SKELETON("skeleton"),
    /** Passes everything. */
    REFERENCE("reference"),
    /** Right in another way than the reference: passes everything. */
    RIGHT("right"),
    /** Has one mistake, and does the rest right. */
    WRONG("wrong"),
    /** Answers without doing any work: earns nothing. */
    STUB("stub"),
    /** One method is open, and the others are right. */
    HALF_DONE("half"),
    /** The exercises beside a wrong submission, which do not use it: pass everything. */
    NEIGHBOURS("neighbours of");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Makes one that is graded by its own exercise. */
  Trial(Kind kind, ExamPlan.Exercise exercise, String name, Map<String, String> sources) {
    this(kind, exercise, name, sources, List.of(exercise));
  }

  /** Returns what it is, such as {@code wrong takes-a-sign}. */
  String words() {
    return name.isEmpty() ? kind.words : kind.words + " " + name;
  }

  /** Returns what tells it from all other trials, such as {@code 1.1 wrong takes-a-sign}. */
  String id() {
    return exercise.id() + " " + words();
  }

  /** Returns it as handed in for a lab, under a name that says nothing of it. */
  Submission submission(Lab lab) {
    return new Submission(HANDED_IN_AS, Map.of(lab.id(), sources), List.of());
  }

  /** Tells whether its code opens sockets; neither a skeleton nor a stub does any work. */
  boolean opensSockets() {
    return kind != Kind.SKELETON && kind != Kind.STUB && waits();
  }

  /** Tells whether its tests wait for a network: the contract then may throw an IOException. */
  boolean waits() {
    return graded.stream()
        .map(each -> Contracts.of(each))
        .flatMap(contract -> Stream.of(contract.getMethods()))
        .flatMap(method -> Stream.of(method.getExceptionTypes()))
        .anyMatch(IOException.class::equals);
  }

  /** Returns the lab with the skeletons of these sources alone: the others are not compiled. */
  Lab part(Lab lab) {
    Map<String, String> skeletons = new TreeMap<>(lab.skeletons());
    skeletons.keySet().retainAll(sources.keySet());
    return new Lab(lab.id(), lab.folder(), lab.given(), skeletons, lab.solutions(), lab.classes());
  }
}
