package firsthop.grader.proof.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources of all exercises of a checkout, each read once. */
public final class CourseSources {
  private final Checkout checkout;
  private final List<ExerciseSources> exercises = new ArrayList<>();
  private @Nullable CourseTotals totals;

  /** Finds the exercises of a checkout. */
  public CourseSources(Checkout checkout) throws IOException {
    this.checkout = checkout;
    for (ExerciseFiles files : checkout.exercises()) {
      exercises.add(new ExerciseSources(this, files));
    }
  }

  /** Returns the checkout. */
  public Checkout checkout() {
    return checkout;
  }

  /** Returns every exercise, in the order of their ids. */
  public List<ExerciseSources> exercises() {
    return List.copyOf(exercises);
  }

  CourseTotals totals() throws IOException {
    if (totals == null) {
      totals = CourseTotals.of(exercises);
    }
    return totals;
  }
}
