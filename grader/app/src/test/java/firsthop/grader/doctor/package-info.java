@NullMarked
package firsthop.grader.doctor;

import org.jspecify.annotations.NullMarked;
