package firsthop.tool.explain;

import java.util.ArrayList;
import java.util.List;

/** What the octets say: headings, fields and problems, in order. */
public final class Dissection {
  /** Enough for every honest packet; a hostile DNS message has room for thousands of records. */
  static final int MAX_ROWS = 1_000;

  /**
   * One line.
   *
   * @param octets the octets as hexadecimal digits; empty for a part of the field before
   * @param at where the field begins, counted from 0; -1 for a heading or a problem
   * @param name the name of the field, the heading, or the problem
   * @param value the value and its meaning; empty for a heading or a problem
   * @param section where the standard says so; it may be empty
   */
  record Row(int at, String octets, String name, String value, String section) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  void heading(String title, String standard) throws CutOffException {
    add(new Row(-1, "", title, "", standard));
  }

  void add(Row row) throws CutOffException {
    if (rows.size() >= MAX_ROWS) {
      throw new CutOffException(
          "there are more than " + MAX_ROWS + " fields; the rest is left out");
    }
    rows.add(row);
  }

  void problem(String sentence) {
    if (rows.size() <= MAX_ROWS) {
      problems.add(sentence);
      rows.add(new Row(-1, "!", sentence, "", ""));
    }
  }

  /** Returns the rows in order. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Returns what is wrong with the octets, such as a wrong checksum; empty if all is well. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public String toString() {
    return DissectionText.of(this);
  }
}
