/** The result of a submission: its labs, their exercises, and a verdict for each test. */
@NullMarked
package firsthop.grader.result;

import org.jspecify.annotations.NullMarked;
