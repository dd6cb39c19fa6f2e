/** The hidden tests of lab04-dns. */
@NullMarked
package firsthop.grader.exams.dns;

import org.jspecify.annotations.NullMarked;
