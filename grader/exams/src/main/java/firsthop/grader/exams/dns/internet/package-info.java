/**
 * The internet that the hidden tests of lab04 lay out: name servers on hosts of a test's address
 * plan, with zones from plain master files, some of which misbehave. What they were asked is kept,
 * and the tests judge by it.
 *
 * <p>Messages are read and written by dnsjava, so that what a student decodes was encoded by
 * somebody else, and the other way round.
 */
@NullMarked
package firsthop.grader.exams.dns.internet;

import org.jspecify.annotations.NullMarked;
