package firsthop.grader.export;

import firsthop.grader.common.PlainText;
import firsthop.grader.control.Verdict;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.feedback.MarkText;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML in one file, with one suite per submission and one case per hidden test. The format is
 * the schema {@code junit-10.xsd} of Jenkins' xUnit plugin. Jenkins, GitLab and GitHub actions for
 * reports read it; Maven Surefire writes the same format.
 *
 * <p>A wrong or late answer is a failure. A test that could not run to its end is an error. An open
 * or ungraded test is skipped. Marks are properties of the suite.
 */
public record JunitExport() implements Export {
  @Override
  public ExportResult export(Grades grades) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", grades.title().isEmpty() ? "firsthop" : line(grades.title()));
      for (ExportedSubmission graded : grades.all()) {
        suite(xml, graded, FeedbackEntry.of(graded, grades), grades.words());
      }
      line(xml, 0);
      xml.writeEndElement();
      line(xml, 0);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossibleInMemory) {
      throw new IllegalStateException(impossibleInMemory);
    }
    return new ExportResult(Map.of("junit.xml", text.toString()), List.of());
  }

  private static void suite(
      XMLStreamWriter xml,
      ExportedSubmission graded,
      List<FeedbackEntry> entries,
      FeedbackSentences words)
      throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", line(graded.id()));
    xml.writeAttribute("tests", String.valueOf(entries.size()));
    for (String outcome : List.of("failure", "error", "skipped")) {
      long count = entries.stream().filter(each -> outcome(each.verdict()).equals(outcome)).count();
      xml.writeAttribute(
          outcome.equals("skipped") ? outcome : outcome + "s", String.valueOf(count));
    }
    xml.writeAttribute("time", seconds(graded.result().millis()));
    xml.writeAttribute(
        "timestamp",
        graded.result().started().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
    line(xml, 2);
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> property : properties(graded, words).entrySet()) {
      line(xml, 3);
      xml.writeEmptyElement("property");
      xml.writeAttribute("name", property.getKey());
      xml.writeAttribute("value", property.getValue());
    }
    line(xml, 2);
    xml.writeEndElement();
    for (FeedbackEntry entry : entries) {
      testCase(xml, graded, entry, words);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private static Map<String, String> properties(
      ExportedSubmission graded, FeedbackSentences words) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("status", graded.result().status().label());
    graded.total().ifPresent(total -> properties.put("score", total.toPlainString()));
    properties.put("max", graded.max().toPlainString());
    for (LabMark mark : graded.marks().labs()) {
      properties.put("score." + mark.lab(), mark.after().toPlainString());
      MarkText.lateness(mark, words).ifPresent(late -> properties.put("late." + mark.lab(), late));
    }
    for (PointsOverride given : graded.overrides()) {
      properties.put(
          "override." + given.exercise(), line(given.points() + " points: " + given.reason()));
    }
    return properties;
  }

  private static void testCase(
      XMLStreamWriter xml, ExportedSubmission graded, FeedbackEntry entry, FeedbackSentences words)
      throws XMLStreamException {
    line(xml, 2);
    String outcome = outcome(entry.verdict());
    if (outcome.isEmpty()) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    // Readers show the text before the last dot as a package: each submission is one.
    xml.writeAttribute("classname", line(graded.id()).replace('.', '_') + "." + entry.contract());
    xml.writeAttribute("name", entry.number() + " " + entry.name());
    xml.writeAttribute("time", seconds(entry.millis()));
    if (outcome.isEmpty()) {
      return;
    }
    line(xml, 3);
    String verdict = words.verdict(entry.verdict());
    if (outcome.equals("skipped")) {
      xml.writeEmptyElement(outcome);
      xml.writeAttribute("message", verdict);
    } else {
      xml.writeStartElement(outcome);
      xml.writeAttribute("type", entry.verdict().label());
      xml.writeAttribute(
          "message",
          verdict
              + ": "
              + words.points(String.valueOf(entry.points()), String.valueOf(entry.max())));
      xml.writeCharacters(entry.text());
      xml.writeEndElement();
    }
    line(xml, 2);
    xml.writeEndElement();
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "";
      case FAILED, TIMED_OUT -> "failure";
      case NOT_RUN, CRASHED, DID_NOT_COMPILE, MISSING -> "error";
      case OPEN, NOT_GRADED -> "skipped";
    };
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  private static String line(String text) {
    return PlainText.line(text);
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
