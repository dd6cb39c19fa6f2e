/** Recognizes what learning platforms and people download, and finds the submissions in it. */
@NullMarked
package firsthop.grader.platforms;

import org.jspecify.annotations.NullMarked;
