package firsthop.grader.proof.rules;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an exercise, such as {@code 1.8}.
 *
 * @param lab the number of its lab
 * @param number its number in the lab, from 1
 */
public record ExerciseNumber(int lab, int number) implements Comparable<ExerciseNumber> {
  private static final Pattern ID = Pattern.compile("([1-9]\\d?)\\.([1-9]\\d?)");

  private static final Comparator<ExerciseNumber> ORDER =
      Comparator.comparingInt(ExerciseNumber::lab).thenComparingInt(ExerciseNumber::number);

  /** Reads an id; empty when it is none. */
  public static Optional<ExerciseNumber> read(String id) {
    Matcher parts = ID.matcher(id);
    return parts.matches()
        ? Optional.of(
            new ExerciseNumber(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** Returns the exercise before it in the lab, or after it. */
  public ExerciseNumber plus(int exercises) {
    return new ExerciseNumber(lab, number + exercises);
  }

  @Override
  public int compareTo(ExerciseNumber other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return lab + "." + number;
  }
}
