/**
 * The agent: the only code of ours in the process where the student's code runs. It makes subjects,
 * calls them, and sends back what came of it. It knows no test and decides nothing.
 */
@NullMarked
package firsthop.grader.agent;

import org.jspecify.annotations.NullMarked;
