/** The course as it lies on disk: its labs, their contracts, skeletons and solutions. */
@NullMarked
package firsthop.grader.course;

import org.jspecify.annotations.NullMarked;
