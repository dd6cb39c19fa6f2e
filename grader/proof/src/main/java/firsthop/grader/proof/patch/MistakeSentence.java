package firsthop.grader.proof.patch;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentence that says a mistake, as an author types it. */
final class MistakeSentence {
  private static final Pattern SECOND = Pattern.compile("[.!?]\\s+\\p{Lu}");
  private static final Pattern TODO = Pattern.compile("\\bTODO\\b");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&\\S]");
  private static final int MAX_WORD_LETTERS = 100;
  private static final String EXAMPLE = "--sentence \"Accepts 999 as an octet.\"";

  private MistakeSentence() {}

  /**
   * Returns the sentence with single spaces.
   *
   * @throws BadPatchException when it is not one sentence that says something
   */
  static String check(String typed) throws BadPatchException {
    String sentence = typed.strip().replaceAll("\\s+", " ");
    if (TODO.matcher(sentence).find() || sentence.split(" ").length < 2) {
      throw new BadPatchException(
          "\"%s\" does not say what the mistake is; give one such as %s"
              .formatted(sentence, EXAMPLE));
    }
    if (CONTROL.matcher(sentence).find()) {
      throw new BadPatchException(
          "the sentence has a control character; give one such as " + EXAMPLE);
    }
    if (Stream.of(sentence.split(" ")).anyMatch(word -> word.length() > MAX_WORD_LETTERS)) {
      throw new BadPatchException(
          "the sentence has a word of more than %d letters; give one such as %s"
              .formatted(MAX_WORD_LETTERS, EXAMPLE));
    }
    if (SECOND.matcher(sentence).find()) {
      throw new BadPatchException(
          "\"%s\" is more than one sentence; say the one mistake in one sentence"
              .formatted(sentence));
    }
    if (!sentence.endsWith(".")) {
      throw new BadPatchException(
          "the sentence needs a full stop; give --sentence \"" + sentence + ".\"");
    }
    return sentence;
  }
}
