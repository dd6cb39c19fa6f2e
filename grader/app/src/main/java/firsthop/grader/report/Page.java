package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

/**
 * A complete page. Its security policy allows only the report's own style and script; a page
 * without the script runs none.
 *
 * @param header the part above the content
 */
record Page(String title, boolean scripted, Html header, Html main) {
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + Asset.STYLE.digest();

  /** Returns the page as the text of a file. */
  String write() {
    StringBuilder out = new StringBuilder("<!doctype html>\n");
    tag("html", at("lang", "en"), head(), body()).write(out);
    return out.append('\n').toString();
  }

  private Html head() {
    return tag(
        "head",
        tag("meta", at("charset", "utf-8")),
        tag(
            "meta",
            at("http-equiv", "Content-Security-Policy"),
            at("content", scripted ? POLICY + "; script-src " + Asset.SCRIPT.digest() : POLICY)),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("referrer", "no-referrer"),
        meta("robots", "noindex"),
        tag("title", text(title)),
        tag("style", new Html.Own(Asset.STYLE)));
  }

  private Html body() {
    return tag(
        "body",
        tag("a", css("skip"), at("href", "#content"), text("Skip to the content")),
        tag("header", secret(), header),
        tag("main", at("id", "content"), main),
        scripted ? tag("script", new Html.Own(Asset.SCRIPT)) : all());
  }

  private static Html secret() {
    return tag(
        "p",
        css("secret"),
        tag("strong", text("For the instructor only.")),
        text(" This report shows hidden tests and what they expect. Do not publish it."));
  }

  private static Html meta(String name, String content) {
    return tag("meta", at("name", name), at("content", content));
  }

  /** Returns a link back to the page of the class. */
  static Html home() {
    return link("../index.html", text("All submissions"));
  }
}
