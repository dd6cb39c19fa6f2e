/**
 * The examiner. It runs hidden tests in its own JVM against subjects in a candidate's JVM, and
 * reports the verdicts. It is trusted, serves many examinations, and treats every byte from a
 * candidate as hostile.
 */
@NullMarked
package firsthop.grader.examiner;

import org.jspecify.annotations.NullMarked;
