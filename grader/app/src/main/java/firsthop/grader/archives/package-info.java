/** Reads files, folders and archives of students, within fixed limits. */
@NullMarked
package firsthop.grader.archives;

import org.jspecify.annotations.NullMarked;
