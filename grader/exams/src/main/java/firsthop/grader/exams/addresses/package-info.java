/** The hidden tests of lab01-addresses. */
@NullMarked
package firsthop.grader.exams.addresses;

import org.jspecify.annotations.NullMarked;
