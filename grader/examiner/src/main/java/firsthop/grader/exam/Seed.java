package firsthop.grader.exam;

import java.util.SplittableRandom;

/**
 * Where a test's chance comes from. The same run and the same test get the same seed, for every
 * student and at every try, so that the same failure comes back; {@code --seed} changes it. Take it
 * as a parameter of the test.
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

  /** Returns a source of numbers that starts afresh from the seed. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }
}
