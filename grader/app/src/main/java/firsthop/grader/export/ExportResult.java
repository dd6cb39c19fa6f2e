package firsthop.grader.export;

import java.util.List;
import java.util.Map;

/**
 * What an export consists of.
 *
 * @param files their text by path, with {@code /} between folders; the first is the one that
 *     matters most
 * @param notices what the instructor should know before it goes to the other system, a line each
 */
public record ExportResult(Map<String, String> files, List<String> notices) {}
