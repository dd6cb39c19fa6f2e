/**
 * The instructor's report: {@code report/index.html} and a page for each submission, which open
 * from the file system. Whatever a student chose is text in it, and nothing else.
 */
@NullMarked
package firsthop.grader.report;

import org.jspecify.annotations.NullMarked;
