package firsthop.grader.exam;

import java.util.SplittableRandom;

/**
 * The seed of a test's random numbers. A test gets the same seed for every student and in every
 * attempt of a run, so that a failure can be repeated. The option {@code --seed} changes it. A test
 * gets it as a parameter.
 */
public record Seed(long value) {

  /** Returns the seed of one test within a run that has this seed. */
  public Seed forTest(String name) {
    long mixed = value;
    for (int i = 0; i < name.length(); i++) {
      mixed = mixed * 0x5DEECE66DL + name.charAt(i);
    }
    return new Seed(mixed);
  }

  /** Returns a new random number generator that starts with this seed. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }
}
