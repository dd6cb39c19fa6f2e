package firsthop.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.gradebook.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The report in a browser, from the file system. Pictures of it are kept in {@code target/report}.
 */
@ChromiumRequired
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ReportIT {
  private static final Path PICTURES = Path.of("target", "report");
  private static final int DESK = 1_280;
  private static final int PHONE = 360;
  private static final int CLASS = 40;
  private static final String NAMES = "#submissions-table tbody th";

  @TempDir private static Path temp;

  private Browser browser;
  private Path index;

  @BeforeAll
  void open() throws Exception {
    Files.createDirectories(PICTURES);
    browser = new Browser(Files.createDirectory(temp.resolve("profile")));
    index = write("class", ReportSamples.of(CLASS));
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void the_class_is_there_at_a_glance() throws Exception {
    browser.open(index, DESK, false);
    assertThat(browser.title()).isEqualTo("Computer Networks");
    assertThat(browser.shown(".secret")).singleElement().asString().contains("Do not publish it");
    assertThat(browser.shown("h2"))
        .contains("Totals", "Tests that fail most", "Submissions", "Exercises", "The run");
    assertThat(browser.shown(NAMES)).hasSize(CLASS).startsWith("kim-001", "kim-002");
    assertThat(browser.all("#heat-table tbody td")).hasSize(CLASS * 28);
    assertThat(browser.console()).isEmpty();
    browser.picture(PICTURES.resolve("class.png"));
  }

  @Test
  void a_click_on_a_header_sorts_and_another_turns_it_round() {
    browser.open(index, DESK, false);
    WebElement total = header("Total");
    button("Total").click();
    assertThat(total.getDomAttribute("aria-sort")).isEqualTo("ascending");
    List<Double> marks = totals();
    assertThat(marks).isSorted();
    button("Total").click();
    assertThat(total.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(totals()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(browser.shown("#heat-table tbody th")).isEqualTo(browser.shown(NAMES));
    assertThat(browser.all("[aria-sort]")).hasSize(1);
    button("Submission").sendKeys(Keys.ENTER);
    assertThat(browser.shown(NAMES)).isSorted();
  }

  @Test
  void what_has_no_mark_is_last_either_way() {
    browser.open(index, DESK, false);
    for (int i = 0; i < 2; i++) {
      button("Total").click();
      assertThat(browser.shown("#submissions-table td.total"))
          .last()
          .as("one of this class was not graded")
          .isEqualTo("–");
    }
  }

  @Test
  void a_search_finds_every_word_anywhere_in_a_row() {
    browser.open(index, DESK, false);
    browser.find("#search").sendKeys("KIM-00");
    assertThat(browser.shown(NAMES)).hasSize(9);
    assertThat(browser.shown("#heat-table tbody th")).hasSize(9);
    assertThat(browser.find("#shown").getText()).isEqualTo("9 of 40 shown");
    browser.find("#search").sendKeys(" set hand");
    assertThat(browser.shown(NAMES)).containsExactly("kim-001");
    browser.find("#search").sendKeys(" nobody");
    assertThat(browser.shown(NAMES)).isEmpty();
    assertThat(browser.find("#shown").getText()).isEqualTo("0 of 40 shown");
    browser.find("#search").clear();
    browser.find("#search").sendKeys(Keys.SPACE);
    assertThat(browser.shown(NAMES)).hasSize(CLASS);
  }

  @Test
  void a_name_leads_to_the_submission_and_back() throws Exception {
    browser.open(index, DESK, false);
    browser.all(NAMES + " a").get(1).click();
    assertThat(browser.find("h1").getText()).isEqualTo("kim-002");
    assertThat(browser.all("script")).as("a page of a submission runs none").isEmpty();
    assertThat(browser.console()).isEmpty();
    browser.picture(PICTURES.resolve("submission.png"));
    browser.all("header nav a").get(2).click();
    assertThat(browser.find("h1").getText()).isEqualTo("kim-003");
    browser.all("header nav a").get(0).click();
    assertThat(browser.title()).isEqualTo("Computer Networks");
  }

  @Test
  void the_first_tab_skips_to_the_content() {
    browser.open(index, DESK, false);
    WebElement body = browser.find("body");
    body.sendKeys(Keys.TAB);
    WebElement skip = browser.driver().switchTo().activeElement();
    assertThat(skip.getText()).isEqualTo("Skip to the content");
    assertThat(skip.getRect().getX()).as("seen while it has the focus").isNotNegative();
    skip.sendKeys(Keys.ENTER);
    assertThat(browser.ask("location.hash")).isEqualTo("#content");
  }

  @Test
  void without_scripts_all_can_be_read() {
    browser.scripts(false);
    try {
      browser.open(index, DESK, false);
      assertThat(browser.all(NAMES)).hasSize(CLASS);
      assertThat(browser.all("th button")).isEmpty();
      assertThat(browser.find(".search").isDisplayed()).isFalse();
    } finally {
      browser.scripts(true);
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
  void everybody_can_read_it(int width, boolean dark) throws Exception {
    for (Path page : List.of(index, aPage())) {
      browser.open(page, width, dark);
      assertThat(browser.accessibilityViolations()).as("%s", page.getFileName()).isEmpty();
      assertThat((Long) browser.ask("document.documentElement.scrollWidth"))
          .as("%s scrolls sideways", page.getFileName())
          .isLessThanOrEqualTo(width);
      browser.picture(
          PICTURES.resolve(
              (page == index ? "class-" : "submission-")
                  + width
                  + (dark ? "-dark" : "-light")
                  + ".png"));
    }
  }

  @Test
  void what_a_student_wrote_is_text_whatever_it_is() throws Exception {
    Path hostile = write("hostile", HostileClass.run());
    browser.open(hostile, DESK, false);
    assertNothingRan();
    assertThat(browser.all(NAMES + " a")).hasSize(HostileClass.TEXTS.size());
    for (int i = 0; i < HostileClass.TEXTS.size(); i++) {
      browser.open(hostile, DESK, false);
      WebElement link = browser.all(NAMES + " a").get(i);
      assertThat(link.getDomProperty("href")).startsWith(hostile.getParent().toUri().toString());
      link.click();
      assertNothingRan();
      assertThat(browser.find(".message").getText())
          .isNotEmpty()
          .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\u001b]");
    }
    browser.open(hostile, PHONE, false);
    assertThat((Long) browser.ask("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(PHONE);
  }

  /** No bound is asserted; the figure is for who reads the output. */
  @Test
  void five_hundred_submissions_load() throws Exception {
    long before = System.nanoTime();
    Path large = write("large", ReportSamples.of(500));
    long written = (System.nanoTime() - before) / 1_000_000;
    browser.open(large, DESK, false);
    @SuppressWarnings("unchecked")
    Map<String, Object> timing =
        (Map<String, Object>) browser.ask("performance.getEntriesByType('navigation')[0].toJSON()");
    assertThat(browser.all(NAMES)).hasSize(500);
    System.out.printf(
        "report: 500 submissions: interactive after %s ms, loaded after %s ms (navigation timing);"
            + " index.html %d KiB; all pages written in %d ms%n",
        timing.get("domInteractive"),
        timing.get("loadEventEnd"),
        Files.size(large) / 1_024,
        written);
  }

  private void assertNothingRan() {
    assertThat(browser.ask("typeof window.hit")).isEqualTo("undefined");
    assertThat(browser.console()).as("nothing even tried").isEmpty();
    assertThat(browser.all("img, iframe, object, embed, form, base, link, [onerror], [onclick]"))
        .isEmpty();
  }

  private Path aPage() throws Exception {
    try (Stream<Path> pages = Files.list(index.resolveSibling("submissions"))) {
      return pages.sorted().skip(1).findFirst().orElseThrow();
    }
  }

  private WebElement header(String name) {
    return browser.all("#submissions-table thead th").stream()
        .filter(head -> head.getText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private WebElement button(String name) {
    return header(name).findElement(By.tagName("button"));
  }

  private List<Double> totals() {
    return browser.shown("#submissions-table td.total").stream()
        .filter(text -> !text.equals("–"))
        .map(Double::valueOf)
        .toList();
  }

  private static Path write(String name, StoredRun run) throws Exception {
    Path folder = Files.createDirectories(temp.resolve(name));
    return Report.write(folder, run, "./firsthop grade submissions", ZoneId.of("Asia/Seoul"));
  }
}
