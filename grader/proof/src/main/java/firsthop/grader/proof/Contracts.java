package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;

/**
 * Finds contracts with the class loader of the thread, since they may have been compiled while this
 * program ran.
 */
final class Contracts {
  private Contracts() {}

  /** Returns the contract of an exercise. */
  static Class<?> of(ExamPlan.Exercise exercise) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return Class.forName(exercise.contract(), false, loader);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the class path lacks " + exercise.contract(), missing);
    }
  }
}
