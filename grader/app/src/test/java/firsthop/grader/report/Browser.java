package firsthop.grader.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with nothing in its profile, which has no network to go to. */
final class Browser implements AutoCloseable {
  /** What a current browser would do behind a test's back, switched off. */
  private static final List<String> ALONE =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  /** Where Selenium looks before it would fetch a driver. */
  private static final String DRIVER = "webdriver.chrome.driver";

  /** Selenium warns that it knows no typed commands for this browser; none are used. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final long LONGEST = 4_000;

  private final ChromeDriver driver;

  Browser(Path profile) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program().orElseThrow().toString());
    options.addArguments(ALONE);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    System.setProperty(DRIVER, driverProgram().orElseThrow().toString());
    driver = new ChromeDriver(options);
  }

  static Optional<Path> program() {
    return onPath("chromium", "google-chrome", "chromium-browser");
  }

  static Optional<Path> driverProgram() {
    return onPath("chromedriver");
  }

  /** Opens a file in a window of a width, in light or dark. */
  void open(Path page, int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                // A click must not miss what still glides.
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    driver.get(page.toUri().toString());
  }

  /** Lets pages run scripts, or not; what tests ask for runs all the same. */
  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Returns the texts of what is shown of these elements, by one question for all of them. */
  @SuppressWarnings("unchecked")
  List<String> shown(String selector) {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".filter(each => each.checkVisibility()).map(each => each.innerText.trim())",
            selector);
  }

  /** Returns what a script returns. */
  Object ask(String script) {
    return driver.executeScript("return " + script);
  }

  String title() {
    return driver.getTitle();
  }

  /** Returns what the page wrote to the console, the browser's own complaints among it. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Returns the rules of accessibility that the page breaks, and where. */
  @SuppressWarnings("unchecked")
  List<String> accessibilityViolations() throws IOException {
    try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    List<Map<String, Object>> violations =
        (List<Map<String, Object>>)
            driver.executeAsyncScript(
                "const done = arguments[0]; axe.run().then(found => done(found.violations.map("
                    + "each => ({id: each.id, nodes: each.nodes.slice(0, 3).map(n => n.html)}))))");
    return violations.stream().map(Map::toString).collect(Collectors.toList());
  }

  /** Keeps a picture of the page, up to a length. */
  void picture(Path file) throws IOException {
    Map<String, Object> all =
        Map.of(
            "x", 0,
            "y", 0,
            "width", ask("document.documentElement.clientWidth"),
            "height", Math.min(LONGEST, (Long) ask("document.documentElement.scrollHeight")),
            "scale", 1);
    Object png =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", all))
            .get("data");
    Files.write(file, Base64.getDecoder().decode((String) png));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<Path> onPath(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(in -> Path.of(in, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
