/** The hidden tests, a package a lab. */
@NullMarked
package firsthop.grader.exams;

import org.jspecify.annotations.NullMarked;
