package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.AuthorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a patch strictly: a sentence, an empty line, and a unified diff of each file.
 *
 * <p>The library's own readers pass over text between hunks, and over counts that are wrong.
 */
final class PatchReader {
  static final String BASE = "base";
  static final String NO_FILE = "/dev/null";
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z]\\w*\\.java");
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,6}),(\\d{1,6}) \\+(\\d{1,6}),(\\d{1,6}) @@");

  private final PatchFile file;
  private final List<String> lines;
  private int at;

  private PatchReader(PatchFile file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static MistakePatch read(PatchFile file) throws IOException {
    return read(file, AuthorFile.read(file.path()));
  }

  /**
   * Returns the patch that a text says.
   *
   * @throws BadPatchException when the text is anything but a patch
   */
  static MistakePatch read(PatchFile file, String text) throws BadPatchException {
    if (text.contains("\r\n")) {
      throw file.refuseLineEnds();
    }
    if (!text.endsWith("\n")) {
      int last = (int) text.lines().count();
      throw file.refuse(Math.max(1, last), "a line feed at the end", "the end of the file");
    }
    return new PatchReader(file, SourceLines.split(text)).read();
  }

  private MistakePatch read() throws BadPatchException {
    String sentence = sentence();
    List<FilePatch> files = new ArrayList<>();
    do {
      FilePatch next = filePatch();
      if (!files.isEmpty() && files.get(files.size() - 1).name().compareTo(next.name()) >= 0) {
        throw file.refuse(
            next.line(),
            "each file once, in the order of their names",
            next.name() + " after " + files.get(files.size() - 1).name());
      }
      files.add(next);
    } while (at < lines.size());
    return new MistakePatch(file, sentence, files);
  }

  private String sentence() throws BadPatchException {
    List<String> words = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith("--- ")) {
      words.add(lines.get(at++));
    }
    String sentence = String.join(" ", words);
    if (!sentence.endsWith(".")) {
      throw file.refuse(
          1,
          "the mistake in one sentence, which ends with a full stop",
          "\"" + (words.isEmpty() ? came() : sentence) + "\"");
    }
    if (at == lines.size() || !lines.get(at).isEmpty()) {
      throw refuse("an empty line after the sentence");
    }
    at++;
    return sentence;
  }

  private FilePatch filePatch() throws BadPatchException {
    int line = at + 1;
    boolean created = came().equals("--- " + NO_FILE);
    String prefix = "--- " + BASE + "/";
    if (!created && !came().startsWith(prefix)) {
      throw refuse("a file that changes, such as \"--- base/MyX.java\"");
    }
    String name = created ? "" : came().substring(prefix.length());
    at++;
    String own = "+++ " + file.mistake() + "/";
    if (!came().startsWith(own) || !created && !came().equals(own + name)) {
      throw refuse("\"" + own + (created ? "MyX.java" : name) + "\"");
    }
    name = came().substring(own.length());
    if (!FILE_NAME.matcher(name).matches()) {
      throw refuse("the name of a Java file, without a folder, below " + file.mistake() + "/");
    }
    at++;
    return new FilePatch(line, name, created, hunks(created));
  }

  private List<Hunk> hunks(boolean created) throws BadPatchException {
    List<Hunk> hunks = new ArrayList<>();
    int baseEnd = 1;
    int shift = 0;
    do {
      Hunk hunk = hunk(created, baseEnd, shift);
      hunks.add(hunk);
      baseEnd = hunk.baseEnd();
      shift += hunk.after().size() - hunk.before().size();
    } while (!created && at < lines.size() && came().startsWith("@@"));
    return hunks;
  }

  private Hunk hunk(boolean created, int free, int shift) throws BadPatchException {
    Matcher header = HUNK.matcher(came());
    if (!header.matches()) {
      throw refuse("a hunk such as \"@@ -29,9 +29,6 @@\"");
    }
    int baseStart = Integer.parseInt(header.group(1));
    int baseCount = Integer.parseInt(header.group(2));
    int resultStart = Integer.parseInt(header.group(3));
    int resultCount = Integer.parseInt(header.group(4));
    if (created != (baseCount == 0) || created && baseStart != 0) {
      throw refuse(created ? "\"@@ -0,0 +1,\"" : "a hunk with lines of the base");
    }
    if (!created && baseStart < free) {
      throw refuse("a hunk at line " + free + " of the base or after it");
    }
    int resultLine = created ? 1 : resultCount == 0 ? baseStart + shift - 1 : baseStart + shift;
    if (resultStart != resultLine) {
      throw refuse("a hunk at \"+" + resultLine + "," + resultCount + "\"");
    }
    int line = ++at;
    List<String> body = body(baseCount, resultCount);
    if (body.stream().allMatch(each -> each.startsWith(" "))) {
      throw file.refuse(line, "a hunk that removes or adds a line", "context only");
    }
    return new Hunk(line, baseStart, resultStart, body);
  }

  private List<String> body(int baseCount, int resultCount) throws BadPatchException {
    List<String> body = new ArrayList<>();
    int before = 0;
    int after = 0;
    while (before < baseCount || after < resultCount) {
      char kind = came().isEmpty() ? 0 : came().charAt(0);
      boolean ofBase = kind == ' ' || kind == '-';
      boolean ofResult = kind == ' ' || kind == '+';
      if (at == lines.size()
          || !ofBase && !ofResult
          || ofBase && before == baseCount
          || ofResult && after == resultCount) {
        throw refuse(
            "%d more lines of the base and %d of the result, as the hunk's header counts"
                .formatted(baseCount - before, resultCount - after));
      }
      before += ofBase ? 1 : 0;
      after += ofResult ? 1 : 0;
      body.add(lines.get(at++));
    }
    if (at < lines.size() && !came().startsWith("@@") && !came().startsWith("--- ")) {
      throw refuse("another hunk or file, since the hunk's header counts no more lines");
    }
    return body;
  }

  /** Returns the line that comes next; empty at the end, and for an empty line. */
  private String came() {
    return at < lines.size() ? lines.get(at) : "";
  }

  private BadPatchException refuse(String expected) {
    return file.refuse(
        at + 1, expected, at < lines.size() ? "\"" + came() + "\"" : "the end of the file");
  }
}
