package firsthop.grader.proof.build;

/**
 * What javac says of a source.
 *
 * @param where the path of the file, and the line
 */
record CompileError(String where, String message) {}
