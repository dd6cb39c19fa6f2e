package firsthop.kit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows the name of a test method as a sentence, without the types of its parameters. */
public final class Sentences extends DisplayNameGenerator.ReplaceUnderscores {

  /** Creates the generator. JUnit calls it. */
  public Sentences() {}

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    return testMethod.getName().replace('_', ' ');
  }
}
