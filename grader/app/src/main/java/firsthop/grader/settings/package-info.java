/** The settings of a course: {@code firsthop.yaml} and the file of extensions. */
@NullMarked
package firsthop.grader.settings;

import org.jspecify.annotations.NullMarked;
