package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Quotes the sentences of the contract's Javadoc on which a hidden test rests. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {
  /** Each stands, to the letter but for line breaks and markup, in the contract. */
  String[] value();
}
