/**
 * The examiner: runs hidden tests in its own JVM against subjects that live in a candidate's, and
 * says what it saw. It is trusted, kept warm, and treats every byte from a candidate as hostile.
 */
@NullMarked
package firsthop.grader.examiner;

import org.jspecify.annotations.NullMarked;
