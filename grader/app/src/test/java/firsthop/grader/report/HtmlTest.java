package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void an_element_has_its_attributes_first_wherever_they_stand() {
    assertThat(written(tag("p", text("a"), css("b"), all(text("c"), tag("br1")))))
        .isEqualTo("<p class=\"b\">ac<br1></br1></p>");
    assertThat(written(tag("meta", at("name", "x")))).isEqualTo("<meta name=\"x\">");
  }

  @Test
  void what_could_end_text_or_a_value_is_escaped() {
    String hostile = "</p>\"'&<x>";
    String escaped = "&lt;/p&gt;&quot;&#39;&amp;&lt;x&gt;";
    assertThat(written(tag("p", at("title", hostile), text(hostile))))
        .isEqualTo("<p title=\"" + escaped + "\">" + escaped + "</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "27, [U+001B]", "0, [U+0000]", "13, [U+000D]", "127, [U+007F]", "155, [U+009B]",
    "8206, [U+200E]", "8238, [U+202E]", "8294, [U+2066]", "8203, [U+200B]", "65279, [U+FEFF]",
    "8232, [U+2028]", "57344, [U+E000]", "55357, [U+D83D]", "917505, [U+E0001]"
  })
  void what_cannot_be_seen_is_named(int letter, String shown) {
    assertThat(written(text("a" + new String(Character.toChars(letter)) + "b")))
        .isEqualTo("a" + shown + "b");
  }

  @Test
  void letters_of_any_script_stay() {
    String text = "김민 \tمرحبا\nшкола é 𝄞 日本";
    assertThat(written(text(text))).isEqualTo(text);
  }

  @Test
  void text_is_kept_up_to_a_limit_and_the_rest_is_counted() {
    assertThat(Escape.cut("12345", 5)).isEqualTo("12345");
    assertThat(Escape.cut("123456", 5))
        .isEqualTo("12345… (1 more characters; result.json has all of them)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "style", "src", "srcdoc", "a b", "A", ""})
  void an_attribute_that_holds_a_script_or_loads_something_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> at(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:x", "https://example.org", "//example.org", "/etc/passwd"})
  void a_link_stays_in_the_report(String to) {
    assertThatIllegalArgumentException().isThrownBy(() -> link(to));
    assertThat(written(link("../index.html#a"))).isEqualTo("<a href=\"../index.html#a\"></a>");
  }

  @Test
  void an_element_has_a_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> tag("p onclick=x"));
  }

  private static String written(Html html) {
    StringBuilder out = new StringBuilder();
    html.write(out);
    return out.toString();
  }
}
