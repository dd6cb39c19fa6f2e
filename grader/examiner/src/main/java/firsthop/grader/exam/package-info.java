/** The annotations and parameter types for authors of hidden tests. */
@NullMarked
package firsthop.grader.exam;

import org.jspecify.annotations.NullMarked;
