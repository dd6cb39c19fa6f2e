/** Writes files atomically, deletes folders, and locks folders. */
@NullMarked
package firsthop.grader.files;

import org.jspecify.annotations.NullMarked;
