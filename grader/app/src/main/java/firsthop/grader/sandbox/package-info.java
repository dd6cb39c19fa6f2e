/**
 * Where workers and candidates run. The same roles are played by Docker containers and, for code
 * that one trusts, by plain processes.
 */
@NullMarked
package firsthop.grader.sandbox;

import org.jspecify.annotations.NullMarked;
