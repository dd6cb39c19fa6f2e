package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.proof.rules.CourseSources;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.proof.rules.ExerciseNumber;
import firsthop.grader.proof.rules.ExerciseSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an author asks for.
 *
 * @param id such as {@code 1.8}
 * @param contract such as {@code MacAddressCodec}
 * @param title null for the words of the contract
 */
record NewExerciseRequest(String id, String contract, @Nullable String title, int points) {
  /** Longer ones do not fit into a line of a source. */
  private static final Pattern CONTRACT = Pattern.compile("[A-Z][a-zA-Z0-9]{2,31}");

  /** The student's class has the first before the name, and tests have the others after it. */
  private static final Pattern TAKEN = Pattern.compile("My[A-Z].*|.*(Test|Exam)");

  private static final Pattern TITLE = Pattern.compile("[^\"\\\\|\\p{Cntrl}]{2,48}");
  private static final int MAX_POINTS = 100;

  /**
   * Returns the exercise to be made.
   *
   * @throws BadInputException when it cannot be made like that
   */
  NewExercise accept(CourseSources course) throws IOException, BadInputException {
    ExerciseNumber number =
        ExerciseNumber.read(id)
            .orElseThrow(
                () -> new BadInputException(id + " is not the number of an exercise, such as 1.8"));
    Path lab = lab(course, number);
    checkNumber(course, number);
    checkContract(course);
    String shownTitle = title == null ? words() : title;
    if (!TITLE.matcher(shownTitle).matches()) {
      throw new BadInputException(
          "a title is 2 to 48 letters without quotes, backslashes and bars; shorten or change \""
              + shownTitle
              + "\"");
    }
    if (points < 1 || points > MAX_POINTS) {
      throw new BadInputException("an exercise is worth 1 to 100 points, and not " + points);
    }
    return new NewExercise(
        course,
        new ExerciseFiles(course.checkout().home(), lab, number, contract),
        shownTitle,
        points);
  }

  private static Path lab(CourseSources course, ExerciseNumber number)
      throws IOException, BadInputException {
    List<Path> labs = course.checkout().labs();
    String prefix = "lab%02d-".formatted(number.lab());
    for (Path lab : labs) {
      if (lab.getFileName().toString().startsWith(prefix)) {
        return lab;
      }
    }
    throw new BadInputException(
        "there is no lab %d; there are %s"
            .formatted(
                number.lab(),
                String.join(
                    ", ", labs.stream().map(lab -> lab.getFileName().toString()).toList())));
  }

  private static void checkNumber(CourseSources course, ExerciseNumber number)
      throws BadInputException {
    int last = 0;
    for (ExerciseSources other : course.exercises()) {
      if (other.files().number().equals(number)) {
        throw new BadInputException(
            "%s is there already: %s".formatted(number, other.files().contract()));
      }
      if (other.files().number().lab() == number.lab()) {
        last = Math.max(last, other.files().number().number());
      }
    }
    if (number.number() > last + 1) {
      throw new BadInputException(
          "%s would leave a gap; the next exercise of the lab is %s"
              .formatted(number, new ExerciseNumber(number.lab(), last + 1)));
    }
  }

  private void checkContract(CourseSources course) throws IOException, BadInputException {
    if (!CONTRACT.matcher(contract).matches() || TAKEN.matcher(contract).matches()) {
      throw new BadInputException(
          contract
              + " cannot name a contract; give 3 to 32 letters and digits, such as MacAddressCodec,"
              + " without My before it and without Test or Exam after it");
    }
    for (ExerciseSources other : course.exercises()) {
      if (other.files().contract().equals(contract)) {
        throw new BadInputException(
            "%s is the contract of %s; choose another name"
                .formatted(contract, other.files().id()));
      }
    }
    Optional<String> taken = new TakenNames(course.checkout()).reason(contract);
    if (taken.isPresent()) {
      throw new BadInputException(
          "%s cannot name a contract, because %s; choose another name"
              .formatted(contract, taken.get()));
    }
  }

  /** Returns the contract's name as words, such as {@code Mac address codec}. */
  private String words() {
    String spaced = contract.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return spaced.substring(0, 1) + spaced.substring(1).toLowerCase(Locale.ROOT);
  }
}
