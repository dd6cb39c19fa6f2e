package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.settings.FeedbackLevel;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitExportTest {
  /** What Jenkins' schema lets each element have, as far as we use it. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "testsuites", Set.of("name"),
          "testsuite",
              Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp"),
          "properties", Set.of(),
          "property", Set.of("name", "value"),
          "testcase", Set.of("classname", "name", "time"),
          "failure", Set.of("type", "message"),
          "error", Set.of("type", "message"),
          "skipped", Set.of("message"));

  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "testsuites", Set.of("testsuite"),
          "testsuite", Set.of("properties", "testcase"),
          "properties", Set.of("property"),
          "testcase", Set.of("failure", "error", "skipped"));

  @Test
  void a_suite_a_submission_to_the_letter() throws Exception {
    assertThat(export(FeedbackLevel.HINTS))
        .startsWith(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="Networks">
              <testsuite name="kim" tests="3" failures="1" errors="0" skipped="0" time="1.234"\
             timestamp="2026-03-02T09:00:00">
                <properties>
                  <property name="status" value="graded"/>
                  <property name="score" value="7.6"/>
                  <property name="max" value="12"/>
                  <property name="score.lab01" value="3.6"/>
                  <property name="late.lab01" value="Late: lab01 was handed in 1 day late. 10 %\
             off: 3.6 of 4 points count."/>
                  <property name="score.lab02" value="4"/>
                </properties>
                <testcase classname="kim.Codec" name="1.1.1 takes four octets" time="0.007"/>
                <testcase classname="kim.Codec" name="1.1.2 refuses zeros" time="0.007">
                  <failure type="failed" message="failed: 0 of 4 points">The &lt;hint&gt;.
            Your code threw a `NumberFormatException` at MyCodec.java:12.</failure>
                </testcase>
                <testcase classname="kim.Codec" name="2.1.1 echoes" time="0.007"/>
              </testsuite>
            """)
        .endsWith("\n  </testsuite>\n</testsuites>\n");
  }

  @Test
  void an_override_is_a_property_and_what_was_not_graded_has_no_score() throws Exception {
    String xml = export(FeedbackLevel.HINTS);
    assertThat(xml).contains("<property name=\"override.2.1\" value=\"3 points: seen &lt;in");
    String choi = xml.substring(xml.indexOf("<testsuite name=\"choi\""));
    assertThat(choi)
        .contains("<skipped message=\"not graded\"/>")
        .contains("<property name=\"score.lab01\" value=\"4\"/>")
        .doesNotContain("name=\"score\"", "score.lab02");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void each_verdict_has_its_place(Verdict verdict) throws Exception {
    Grades one =
        Grades.of(
            ExportSamples.run(
                FeedbackLevel.HINTS,
                ExportSamples.student(
                    "kim",
                    ExportSamples.arrival("", "", "", ExportSamples.DUE),
                    ExportSamples.of(verdict))),
            Optional.of("lab02"));
    Element suite = (Element) parse(write(one)).getElementsByTagName("testsuite").item(0);
    String outcome =
        switch (verdict) {
          case PASSED -> "";
          case FAILED, TIMED_OUT -> "failures";
          case NOT_RUN, CRASHED, DID_NOT_COMPILE, MISSING -> "errors";
          case OPEN, NOT_GRADED -> "skipped";
        };
    for (String counted : List.of("failures", "errors", "skipped")) {
      assertThat(suite.getAttribute(counted)).isEqualTo(counted.equals(outcome) ? "1" : "0");
    }
  }

  @ParameterizedTest
  @EnumSource(FeedbackLevel.class)
  void it_keeps_to_the_schema(FeedbackLevel level) throws Exception {
    String xml = export(level);
    Element root = parse(xml);
    check(root);
    for (Element suite : children(root)) {
      assertThat(suite.getAttribute("timestamp"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
      assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
      assertThat(children(suite).get(0).getTagName()).isEqualTo("properties");
      List<Element> cases = children(suite).subList(1, children(suite).size());
      assertThat(cases).allMatch(each -> each.getTagName().equals("testcase"));
      assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
      for (Map.Entry<String, String> counted :
          Map.of("failure", "failures", "error", "errors", "skipped", "skipped").entrySet()) {
        assertThat(suite.getAttribute(counted.getValue()))
            .isEqualTo(String.valueOf(suite.getElementsByTagName(counted.getKey()).getLength()));
      }
    }
    assertThat(xml.contains(ExportSamples.SECRET)).isEqualTo(level == FeedbackLevel.FULL);
    assertThat(xml.contains("octets")).isEqualTo(level != FeedbackLevel.SCORE);
  }

  @ParameterizedTest
  @MethodSource("firsthop.grader.export.CanvasExportTest#hostile")
  void any_name_makes_xml_that_can_be_read(String name) throws Exception {
    Element root = parse(write(ExportSamples.named(name)));
    check(root);
    assertThat(children(root)).hasSize(1);
    assertThat(children(root).get(0).getAttribute("name")).doesNotContain("\n", "\u202E", "\u0007");
    assertThat(((Element) root.getElementsByTagName("testcase").item(0)).getAttribute("classname"))
        .matches("[^.]*\\.Codec");
  }

  private static void check(Element element) {
    assertThat(ATTRIBUTES).containsKey(element.getTagName());
    assertThat(
            IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
        .isSubsetOf(ATTRIBUTES.get(element.getTagName()));
    for (Element child : children(element)) {
      assertThat(CHILDREN.getOrDefault(element.getTagName(), Set.of()))
          .contains(child.getTagName());
      check(child);
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
        children.add((Element) nodes.item(i));
      }
    }
    return children;
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static String export(FeedbackLevel level) throws Exception {
    return write(ExportSamples.three("", level, Optional.empty()));
  }

  private static String write(Grades grades) {
    return new JunitExport().export(grades).files().get("junit.xml");
  }
}
