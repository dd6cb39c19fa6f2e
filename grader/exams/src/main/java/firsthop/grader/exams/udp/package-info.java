/** The hidden tests of lab02-udp. */
@NullMarked
package firsthop.grader.exams.udp;

import org.jspecify.annotations.NullMarked;
