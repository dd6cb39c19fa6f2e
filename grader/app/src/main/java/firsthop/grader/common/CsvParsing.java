package firsthop.grader.common;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses one CSV file.
 *
 * @param name the name of the file, for messages
 * @param trimmed whether spaces around a cell are left out
 * @param isHeader whether a row is the header
 */
record CsvParsing(String name, boolean trimmed, Predicate<List<String>> isHeader) {
  /** The header is one of these many first rows. */
  static final int MAX_HEADER_ROW = 10;

  /** Many more than the students of a class. */
  static final int MAX_ROWS = 100_000;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** A line with which Excel is told the separator; Excel does not count it as a row. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=([,;\\t])\"?(\\r\\n|\\n|\\r)", Pattern.CASE_INSENSITIVE);

  /** The beginning of a file of a spreadsheet program, which may also be HTML or XML. */
  private static final Pattern SPREADSHEET =
      Pattern.compile(
          "PK\\x03\\x04|\u00D0\u00CF\\x11\u00E0|\\s*<(?i:!doctype|html|table|\\?xml|meta)");

  /** Enough of a file to recognize its kind. */
  private static final int MAX_BEGIN = 100;

  private static final String SAVE_AS_CSV =
      "; save it as \"CSV UTF-8\" in a spreadsheet program, and try again";

  /** More accented letters than there are in a row in any language of Western Europe. */
  private static final Pattern FOREIGN_LETTERS = Pattern.compile("[^\\p{ASCII}]{4}");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  CsvTable parse(byte[] bytes) throws BadInputException {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, MAX_BEGIN), StandardCharsets.ISO_8859_1);
    if (SPREADSHEET.matcher(begin).lookingAt()) {
      throw new BadInputException(name + " is a spreadsheet and not a CSV file" + SAVE_AS_CSV);
    }
    SourceText source = SourceText.of(bytes);
    if (isGarbled(source)) {
      throw new BadInputException(name + " has an unknown encoding" + SAVE_AS_CSV);
    }
    Matcher declared = SEPARATOR_LINE.matcher(source.text());
    boolean isDeclared = declared.lookingAt();
    String text = isDeclared ? source.text().substring(declared.end()) : source.text();
    char separator = isDeclared ? declared.group(1).charAt(0) : separator(text);
    List<List<String>> all = records().read(text, separator, MAX_ROWS + 1);
    if (all.size() > MAX_ROWS) {
      throw new BadInputException(name + " has more than " + MAX_ROWS + " rows");
    }
    int top = headerRow(all).orElse(firstNotEmpty(all));
    if (top == all.size()) {
      throw new BadInputException(name + " is empty; expected a row with titles of columns");
    }
    List<String> header = new ArrayList<>(all.get(top));
    while (header.get(header.size() - 1).isBlank()) {
      header.remove(header.size() - 1);
    }
    List<CsvTable.Row> rows = new ArrayList<>();
    for (int i = top + 1; i < all.size(); i++) {
      rows.add(new CsvTable.Row(i + 1, fitted(all.get(i), i + 1, header)));
    }
    Matcher end = LINE_END.matcher(source.text());
    return new CsvTable(
        name,
        new CsvFormat(
            source.encoding(), source.marked(), separator, end.find() ? end.group() : "\n"),
        top,
        List.copyOf(header),
        rows);
  }

  /**
   * Returns whether the text is only a guess: the encoding is Latin-1, or no language of Western
   * Europe is written like this. Then names would be wrong.
   */
  private static boolean isGarbled(SourceText source) {
    return source.encoding().equals(StandardCharsets.ISO_8859_1)
        || source.isWestern() && FOREIGN_LETTERS.matcher(source.text()).find();
  }

  /** Returns a row with as many cells as the header has. */
  private List<String> fitted(List<String> row, int number, List<String> header)
      throws BadInputException {
    for (int column = header.size(); column < row.size(); column++) {
      if (!row.get(column).isBlank()) {
        throw CsvTable.error(
            name,
            number,
            header,
            column,
            "the header has only %d columns; is a separator in a cell without quotes?"
                .formatted(header.size()));
      }
    }
    return IntStream.range(0, header.size())
        .mapToObj(column -> column < row.size() ? row.get(column) : "")
        .toList();
  }

  /** Returns the separator with which a header is found; else the most frequent one. */
  private char separator(String text) {
    List<Character> mostFrequentFirst = mostFrequentFirst(text);
    for (char separator : mostFrequentFirst) {
      try {
        if (headerRow(records().read(text, separator, MAX_HEADER_ROW)).isPresent()) {
          return separator;
        }
      } catch (BadInputException another) {
        // Another separator may be right. If none is, the file is refused later.
      }
    }
    return mostFrequentFirst.get(0);
  }

  private static List<Character> mostFrequentFirst(String text) {
    String first = QUOTED.matcher(text.lines().findFirst().orElse("")).replaceAll("");
    List<String> top = text.lines().limit(MAX_HEADER_ROW).toList();
    List<Character> used =
        SEPARATORS.stream()
            .filter(each -> top.stream().anyMatch(line -> line.indexOf(each) >= 0))
            .toList();
    return (used.isEmpty() ? List.of(SEPARATORS.get(0)) : used)
        .stream()
            .sorted(
                Comparator.comparing(
                    each -> -first.chars().filter(letter -> letter == each).count()))
            .toList();
  }

  private CsvRecords records() {
    return new CsvRecords(name, trimmed);
  }

  private OptionalInt headerRow(List<List<String>> rows) {
    return IntStream.range(0, Math.min(rows.size(), MAX_HEADER_ROW))
        .filter(row -> isFilled(rows.get(row)) && isHeader.test(rows.get(row)))
        .findFirst();
  }

  private static int firstNotEmpty(List<List<String>> rows) {
    return IntStream.range(0, rows.size())
        .filter(row -> isFilled(rows.get(row)))
        .findFirst()
        .orElse(rows.size());
  }

  private static boolean isFilled(List<String> row) {
    return row.stream().anyMatch(cell -> !cell.isBlank());
  }
}
