/**
 * The agent, the only grader code in the process that runs the student's code. It creates subjects,
 * calls them, and sends back the results. It knows no test and decides nothing.
 */
@NullMarked
package firsthop.grader.agent;

import org.jspecify.annotations.NullMarked;
