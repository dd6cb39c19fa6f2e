/** The hidden tests of lab03-tcp. */
@NullMarked
package firsthop.grader.exams.tcp;

import org.jspecify.annotations.NullMarked;
