/** The course on disk: its labs with their contracts, skeletons and solutions. */
@NullMarked
package firsthop.grader.course;

import org.jspecify.annotations.NullMarked;
