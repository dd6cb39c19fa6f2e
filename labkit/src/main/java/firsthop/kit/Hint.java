package firsthop.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the sentence that a student reads when a test fails.
 *
 * <p>It names the trap and never the input of a test, so that it is safe to show for hidden tests
 * too. On a test class it holds for every test of the class that has none of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Hint {

  /** One sentence. */
  String value();
}
