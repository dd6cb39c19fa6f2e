package firsthop.grader.gradebook;

import firsthop.grader.sandbox.Sandbox;

/**
 * What every result of one run says of how it was made.
 *
 * @param examVersion changes with the hidden tests, the examiner and the labs
 */
public record RunInfo(String examVersion, Sandbox.Description sandbox) {}
