package firsthop.grader.export;

import java.util.List;
import java.util.Map;

/**
 * The files of an export.
 *
 * @param files the text of each file by its path, with {@code /} between folders; the most
 *     important file is first
 * @param notices notices for the instructor, one line each
 */
public record ExportResult(Map<String, String> files, List<String> notices) {}
