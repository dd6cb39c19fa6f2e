package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;

/** Finds contracts on the class path. */
final class Contracts {
  private Contracts() {}

  /** Returns the contract of an exercise. */
  static Class<?> of(ExamPlan.Exercise exercise) {
    try {
      return Class.forName(exercise.contract());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the class path lacks " + exercise.contract(), missing);
    }
  }
}
