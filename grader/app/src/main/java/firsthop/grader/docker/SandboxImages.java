package firsthop.grader.docker;

import java.util.List;

/** The two images from which everything runs, and how Java is called in them. */
public interface SandboxImages {

  /** Return the name of the image of examiner and compiler. */
  String workers();

  /** Return the name of the candidates' image. */
  String candidate();

  /** Return the version of the JDK in them. */
  String jdk();

  /** Return the first number of that version. */
  int jdkFeature();

  /** Return the command that runs a worker. */
  List<String> workerCommand(List<String> jvmOptions, String mainClass);

  /** Return the command that runs a candidate. */
  List<String> candidateCommand(List<String> jvmOptions, String mainClass);
}
