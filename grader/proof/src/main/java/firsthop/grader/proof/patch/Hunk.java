package firsthop.grader.proof.patch;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;

/**
 * One place of a file where lines of the base give way to others.
 *
 * @param line of its header in the patch, counted from 1
 * @param baseStart its first line in the base, counted from 1
 * @param resultStart its first line in the result, counted from 1
 * @param body its lines, each after a space (in both), a minus (in the base) or a plus (in the
 *     result)
 */
record Hunk(int line, int baseStart, int resultStart, List<String> body) {
  Hunk {
    body = List.copyOf(body);
  }

  /** Returns the lines that the base must have here. */
  List<String> before() {
    return without('+');
  }

  /** Returns the lines that the result has here. */
  List<String> after() {
    return without('-');
  }

  /** Returns how many lines of the base it removes. */
  int removedLines() {
    return (int) body.stream().filter(each -> each.charAt(0) == '-').count();
  }

  /** Returns the line of the base that follows it. */
  int baseEnd() {
    return baseStart + before().size();
  }

  /** Returns the line in the patch of the nth line that the base must have, counted from 0. */
  int lineOfBefore(int nth) {
    int left = nth;
    int at = 0;
    while (body.get(at).charAt(0) == '+' || left-- > 0) {
      at++;
    }
    return line + 1 + at;
  }

  AbstractDelta<String> delta() {
    return new ChangeDelta<>(
        new Chunk<>(baseStart - 1, before()), new Chunk<>(resultStart - 1, after()));
  }

  private List<String> without(char kind) {
    return body.stream()
        .filter(each -> each.charAt(0) != kind)
        .map(each -> each.substring(1))
        .toList();
  }
}
