package firsthop.grader.image;

import java.util.List;

/**
 * An image on the engine in which Java has been run successfully.
 *
 * @param name the image's name with its tag
 * @param java the Java program in it, which is also the image's entry point
 * @param feature the feature version of that Java, such as 17
 * @param jars the paths of the role's jars in it, in class path order
 */
public record RuntimeImage(String name, String java, int feature, List<String> jars) {

  /** Creates an image with a copy of the list. */
  public RuntimeImage {
    jars = List.copyOf(jars);
  }

  /** Returns the role's jars as a class path. */
  public String classPath() {
    return String.join(":", jars);
  }
}
