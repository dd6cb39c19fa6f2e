package firsthop.tool.explain;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains octets: {@code ./lab explain 4500...}. */
public final class ExplainCommand implements LabCommand {
  /** Three characters per octet, and some more. */
  private static final int MAX_CHARS = 4 * HexText.MAX_OCTETS;

  private final InputStream in;

  /** Creates the command, which reads from a stream if the hexadecimal digits are {@code -}. */
  public ExplainCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public int run(List<String> all, PrintStream out) throws ToolException, IOException {
    CommandWords words = CommandWords.of(all, Set.of("--as"));
    if (words.words().isEmpty()) {
      throw new ToolException(
          "explain needs octets: ./lab explain 0001...,"
              + " or ./lab explain - to read them from input");
    }
    byte[] octets = HexText.parse(text(words.words()));
    @Nullable ProtocolKind kind =
        words.option("--as").isPresent()
            ? kind(words.option("--as").get())
            : KindDetector.detect(octets);
    if (kind == null) {
      throw new ToolException(
          "these %d octets look like no packet or message of the labs; say what they are: --as %s"
              .formatted(octets.length, kinds("|")));
    }
    out.print(kind.explain(octets));
    return 0;
  }

  private String text(List<String> words) throws ToolException, IOException {
    if (!words.equals(List.of("-"))) {
      return String.join(" ", words);
    }
    byte[] read = in.readNBytes(MAX_CHARS + 1);
    if (read.length > MAX_CHARS) {
      throw new ToolException("more than %d characters came; give one packet".formatted(MAX_CHARS));
    }
    return new String(read, StandardCharsets.ISO_8859_1);
  }

  private static ProtocolKind kind(String word) throws ToolException {
    return Arrays.stream(ProtocolKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    "--as %s is not known; it can be %s"
                        .formatted(PrintableText.of(word), kinds(", "))));
  }

  private static String kinds(String separator) {
    return Arrays.stream(ProtocolKind.values())
        .map(ProtocolKind::word)
        .collect(Collectors.joining(separator));
  }
}
