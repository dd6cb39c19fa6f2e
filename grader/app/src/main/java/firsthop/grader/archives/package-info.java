/** Reads files, folders and archives that students packed, within fixed limits. */
@NullMarked
package firsthop.grader.archives;

import org.jspecify.annotations.NullMarked;
