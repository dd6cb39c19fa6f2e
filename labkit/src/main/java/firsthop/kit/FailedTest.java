package firsthop.kit;

/**
 * A test that failed.
 *
 * @param testClass the class of the test
 * @param name the name of the test
 * @param message what the student reads
 * @param printed what the student's code printed during the test
 */
record FailedTest(Class<?> testClass, String name, String message, PrintedText printed) {}
