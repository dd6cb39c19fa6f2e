package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import java.util.ArrayList;
import java.util.List;

/** Elements that several sections use. */
final class PageFragments {
  private static final String NUMBERS = "#";

  private PageFragments() {}

  /**
   * Returns a table in its own region, which scrolls if the page is too narrow.
   *
   * @param id an id that no other table has
   */
  static Html table(String caption, String id, Html... content) {
    return tag(
        "div",
        css("scroll"),
        at("role", "region"),
        at("tabindex", "0"),
        at("aria-labelledby", id + "-caption"),
        tag(
            "table",
            at("id", id + "-table"),
            tag("caption", at("id", id + "-caption"), text(caption)),
            all(content)));
  }

  /** Returns a row of column headers; {@value #NUMBERS} before a name marks a column of numbers. */
  static Html header(String... names) {
    List<Html> cells = new ArrayList<>();
    for (String name : names) {
      boolean numbers = name.startsWith(NUMBERS);
      cells.add(
          tag(
              "th",
              at("scope", "col"),
              css(numbers ? "number" : "text"),
              text(numbers ? name.substring(NUMBERS.length()) : name)));
    }
    return tag("thead", tag("tr", cells));
  }

  /** Returns the header of a submission's row: its id, with a link to its page. */
  static Html name(SubmissionEntry entry) {
    return tag(
        "th", at("scope", "row"), link("submissions/" + entry.page(), ReportText.name(entry.id())));
  }

  static Html number(String text) {
    return tag("td", css("number"), text(text));
  }

  static Html section(String id, String heading, Html... content) {
    return tag(
        "section", at("aria-labelledby", id), tag("h2", at("id", id), text(heading)), all(content));
  }
}
