package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Quotes the sentences of the contract's Javadoc on which a hidden test rests. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {
  /** The sentences, exactly as in the contract except for line breaks and markup. */
  String[] value();
}
