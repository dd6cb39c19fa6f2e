package firsthop.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the hint that a student reads when a test fails.
 *
 * <p>A hint names the mistake, never the input of the test, so it is safe to show for hidden tests
 * too. A hint on a test class is for every test of the class that has no hint itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Hint {

  /** One sentence, or two short ones. */
  String value();
}
