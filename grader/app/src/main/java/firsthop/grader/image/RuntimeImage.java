package firsthop.grader.image;

import java.util.List;

/**
 * An image that is on the engine and has been seen to run Java.
 *
 * @param name the image's name with its tag
 * @param java the program to run in it; also the image's entry point
 * @param feature the feature version of that Java, such as 17
 * @param jars where the role's jars are in it, in class path order
 */
public record RuntimeImage(String name, String java, int feature, List<String> jars) {

  /** Copies the list. */
  public RuntimeImage {
    jars = List.copyOf(jars);
  }

  /** Returns the role's jars as a class path of the image. */
  public String classPath() {
    return String.join(":", jars);
  }
}
