package firsthop.grader.proof.author;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.proof.ExerciseProof;
import firsthop.grader.proof.ProvingGround;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves exercises that were compiled while this program ran.
 *
 * @param compiled holds them
 */
record Proofs(Installation compiled) {

  /** Grades all that is known of these exercises. */
  List<ExerciseProof> of(List<ExerciseFiles> exercises)
      throws IOException, InterruptedException, MachineFaultException {
    if (exercises.isEmpty()) {
      return List.of();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader contracts = new URLClassLoader(urls(), before);
        ProvingGround ground = new ProvingGround(compiled)) {
      thread.setContextClassLoader(contracts);
      List<ExamPlan.Exercise> planned = new ArrayList<>();
      for (ExerciseFiles exercise : exercises) {
        planned.add(find(ground.plan(), exercise));
      }
      return ground.prove(planned);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ExamPlan.Exercise find(ExamPlan plan, ExerciseFiles exercise) {
    return plan.exercises().stream()
        .filter(planned -> planned.id().equals(exercise.id()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the examiner knows no test of " + exercise.id()));
  }

  private URL[] urls() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : compiled.workerJars()) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
