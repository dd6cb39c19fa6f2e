/** The course's settings, {@code firsthop.yaml}, and what command lines say in their place. */
@NullMarked
package firsthop.grader.settings;

import org.jspecify.annotations.NullMarked;
