/** What is kept of a run on disk: results, what they depend on, and how the run was asked for. */
@NullMarked
package firsthop.grader.store;

import org.jspecify.annotations.NullMarked;
