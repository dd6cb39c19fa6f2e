package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The sources of one exercise, each read when a rule first asks for it. */
public final class ExerciseSources {
  private final CourseSources course;
  private final ExerciseFiles files;
  private @Nullable ContractSource contract;
  private @Nullable ExamSource exam;

  ExerciseSources(CourseSources course, ExerciseFiles files) {
    this.course = course;
    this.files = files;
  }

  /** Returns all sources of the course. */
  CourseSources course() {
    return course;
  }

  /** Returns where they are. */
  public ExerciseFiles files() {
    return files;
  }

  /** Returns what a student reads of the exercise's name, such as {@code 1.1 Dotted decimal}. */
  public String heading() throws IOException {
    return files.id() + " " + contract().title();
  }

  ContractSource contract() throws IOException {
    if (contract == null) {
      contract = ContractSource.read(files.contractFile());
    }
    return contract;
  }

  ExamSource exam() throws IOException {
    if (exam == null) {
      exam = ExamSource.read(files.exam());
    }
    return exam;
  }

  @Override
  public String toString() {
    return files.id() + " " + files.contract();
  }

  Defect defect(String what, String expected, String came, String remedy) {
    return new Defect(files.id(), what, expected, came, remedy);
  }
}
