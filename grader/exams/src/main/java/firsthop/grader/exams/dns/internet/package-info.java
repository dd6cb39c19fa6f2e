/**
 * The internet of the hidden tests of lab04: name servers on hosts of a test's address plan, with
 * zones from zone files. Some of the servers misbehave. The queries that they receive are recorded,
 * and the tests check these queries.
 *
 * <p>dnsjava encodes and decodes the messages. So a student's decoder never reads what the
 * student's own encoder wrote, and the other way round.
 */
@NullMarked
package firsthop.grader.exams.dns.internet;

import org.jspecify.annotations.NullMarked;
