/** Stores a run on disk: its results, their keys, and the options of the run. */
@NullMarked
package firsthop.grader.store;

import org.jspecify.annotations.NullMarked;
