/** The hidden tests of lab04-dns and their helpers. */
@NullMarked
package firsthop.grader.exams.dns;

import org.jspecify.annotations.NullMarked;
