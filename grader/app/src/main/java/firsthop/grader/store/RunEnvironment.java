package firsthop.grader.store;

import firsthop.grader.sandbox.Sandbox;

/**
 * What every result of one run says of how it was made.
 *
 * @param examVersion changes with the hidden tests, the examiner and the labs
 * @param seed where the hidden tests' chance came from
 */
public record RunEnvironment(String examVersion, long seed, Sandbox.Description sandbox) {}
