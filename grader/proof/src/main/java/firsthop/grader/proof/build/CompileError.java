package firsthop.grader.proof.build;

/**
 * What javac says of a source.
 *
 * @param where file and line
 */
record CompileError(String where, String message) {}
