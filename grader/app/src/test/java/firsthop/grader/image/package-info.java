@NullMarked
package firsthop.grader.image;

import org.jspecify.annotations.NullMarked;
