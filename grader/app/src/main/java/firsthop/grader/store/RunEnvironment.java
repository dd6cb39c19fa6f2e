package firsthop.grader.store;

import firsthop.grader.sandbox.Sandbox;

/**
 * The environment in which all results of a run were made.
 *
 * @param examVersion changes with the hidden tests, the examiner and the labs
 * @param seed the seed of the hidden tests' random numbers
 */
public record RunEnvironment(String examVersion, long seed, Sandbox.Description sandbox) {}
