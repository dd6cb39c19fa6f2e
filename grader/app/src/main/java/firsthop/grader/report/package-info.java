/**
 * The instructor's report: {@code report/index.html} and a page for each submission. A browser
 * opens them from the file system. Everything that a student wrote is shown as text only.
 */
@NullMarked
package firsthop.grader.report;

import org.jspecify.annotations.NullMarked;
