package firsthop.grader.export;

import firsthop.grader.common.BadInputException;

/** A form in which another system takes marks. */
public sealed interface Export
    permits CanvasExport, MoodleExport, GradescopeExport, JunitExport, MarkdownExport {

  /**
   * Writes marks in this form.
   *
   * @throws BadInputException when a file of the other system's, which is to be filled in, has no
   *     place for them
   */
  ExportResult export(Grades grades) throws BadInputException;
}
