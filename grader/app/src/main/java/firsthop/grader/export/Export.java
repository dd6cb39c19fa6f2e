package firsthop.grader.export;

import firsthop.grader.common.BadInputException;

/** Writes marks in the format of another system. */
public sealed interface Export
    permits CanvasExport,
        GradebookExport,
        MoodleExport,
        GradescopeExport,
        JunitExport,
        MarkdownExport {

  /**
   * Returns the marks in this format.
   *
   * @throws BadInputException when a file of the other system, which the export fills in, has no
   *     place for the marks
   */
  ExportResult export(Grades grades) throws BadInputException;
}
