package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.PlainText;
import firsthop.grader.common.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What students hand in without a file: a text that they type in on the platform, or a link. If the
 * text is the code of classes that labs ask for, it is read as their sources. Everything else
 * cannot be read.
 */
public final class TypedText {
  /** The largest text that is read; a class of the labs is much smaller. */
  public static final int MAX_BYTES = 256 << 10;

  private static final int MAX_ITEMS = 1_000;
  private static final int MAX_LINK = 200;
  private static final Pattern HTML = Pattern.compile("(?i).*\\.html?", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?i)(.*_)?link\\.html?", Pattern.DOTALL);

  /** What stands before the target in an element with which a page leads to another one. */
  private static final Pattern REFRESH = Pattern.compile("(?i)^\\s*\\d*\\s*;\\s*url\\s*=\\s*");

  /** Elements that an editor in a browser writes. */
  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(p|div|br|pre|span|ul|ol|table)[\\s/>]");

  /** A class that labs ask for. */
  private static final Pattern CLASS = Pattern.compile("\\bclass\\s+My[A-Z]\\w*");

  /** Where code begins; a platform may put a title before it. */
  private static final Pattern START =
      Pattern.compile(
          "^\\h*(package\\s+[\\w.]+\\s*;|import\\s|/\\*|//"
              + "|(?:(?:public|final|abstract)\\s+){0,3}class\\s+My[A-Z])",
          Pattern.MULTILINE);

  private static final Pattern NEXT_SOURCE =
      Pattern.compile("^(?=\\h*package\\s+[\\w.]+\\s*;)", Pattern.MULTILINE);

  private TypedText() {}

  /**
   * Returns the content of a text, of a link, or of a folder that contains them: sources, files
   * that lie beside the text, and unreadable items, which say why.
   */
  static List<Item> of(Item item) {
    if (item instanceof Item.Folder folder) {
      try {
        return folder.listing().list(MAX_ITEMS).stream()
            .flatMap(each -> each instanceof Item.File ? of(each).stream() : List.of(each).stream())
            .toList();
      } catch (IOException unreadable) {
        return List.of(
            new Item.Unreadable(
                folder.name(), "it cannot be read: " + IoReason.of(unreadable), true));
      }
    }
    return item instanceof Item.File file && HTML.matcher(file.name()).matches()
        ? ofHtml(file)
        : List.of(item);
  }

  /** Returns the content of a text that is HTML or plain text, as {@link #of(Item)} does. */
  static List<Item> of(String name, String text) {
    // In plain text, a type such as List<String> would be lost as an element.
    return ofCode(name, MARKUP.matcher(text).find() ? wholeText(Jsoup.parse(text)) : text);
  }

  private static List<Item> ofHtml(Item.File file) {
    byte[] bytes;
    try (InputStream in = file.content().open()) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException unreadable) {
      return unreadable(file.name(), "it cannot be read: " + IoReason.of(unreadable));
    }
    if (bytes.length > MAX_BYTES) {
      return unreadable(file.name(), "the text is larger than " + MAX_BYTES + " bytes");
    }
    Document document = Jsoup.parse(SourceText.of(bytes).text());
    return LINK.matcher(file.name()).matches()
        ? unreadable(file.name(), "a link was handed in, which is not followed" + target(document))
        : ofCode(file.name(), wholeText(document));
  }

  private static List<Item> ofCode(String name, String text) {
    List<Item> sources = new ArrayList<>();
    for (String part : NEXT_SOURCE.split(text.replace('\u00A0', ' '))) {
      Matcher start = START.matcher(part);
      int end = part.lastIndexOf('}');
      if (CLASS.matcher(part).find() && start.find() && start.start() <= end) {
        String code = part.substring(start.start(), end + 1) + "\n";
        String number = sources.isEmpty() ? "" : "-" + (sources.size() + 1);
        sources.add(
            new Item.File(
                HTML.matcher(name).matches()
                    ? name.substring(0, name.lastIndexOf('.')) + number + ".java"
                    : name + number + ".java",
                0,
                Item.Content.of(code.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return sources.isEmpty()
        ? unreadable(name, "a text was typed in, and it is not the code of a lab's class")
        : sources;
  }

  /** Returns the text as a browser shows it, in lines. */
  private static String wholeText(Document document) {
    StringBuilder text = new StringBuilder();
    document.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode leaf) {
              text.append(leaf.getWholeText());
            } else if (node instanceof Element element && endsLine(element)) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
              text.append('\n');
            }
          }
        });
    return text.toString();
  }

  private static boolean endsLine(Element element) {
    return element.isBlock() || element.normalName().equals("br");
  }

  private static String target(Document document) {
    Element link = document.selectFirst("a[href]");
    String target =
        link == null
            ? REFRESH
                .matcher(document.select("meta[http-equiv=refresh]").attr("content"))
                .replaceFirst("")
            : link.attr("href");
    target = PlainText.line(target.substring(0, Math.min(target.length(), MAX_LINK)));
    return target.isEmpty() ? "" : " (" + target + ")";
  }

  private static List<Item> unreadable(String name, String reason) {
    return List.of(new Item.Unreadable(name, reason, true));
  }
}
