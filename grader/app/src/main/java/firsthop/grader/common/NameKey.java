package firsthop.grader.common;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forms of names and titles that are compared. A letter such as é or 가 can be stored as one
 * character or as several ones (NFC and NFD of Unicode), and a Mac often stores it as several. So
 * every comparison of names uses one of these forms.
 */
public final class NameKey {
  private NameKey() {}

  /** Returns the name in NFC, without spaces at its ends. */
  public static String nfc(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }

  /** Returns a form that is equal for names that differ only in upper and lower case. */
  public static String ignoringCase(String name) {
    return nfc(name).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns only the letters and digits, in lower case. Platforms leave out other characters if
   * they make the name of a file from the name of a person.
   */
  public static String letters(String name) {
    return ignoringCase(name).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }

  /**
   * Returns the letters of a person's name in the orders in which it may be written: the family
   * name first or last, with or without a comma.
   */
  public static Set<String> orders(String name) {
    int comma = name.indexOf(',');
    String afterComma = name.substring(comma + 1);
    List<String> words = List.of(nfc(name).split("\\s+"));
    int last = words.size() - 1;
    return Set.copyOf(
        Stream.of(
                name,
                comma < 0 ? name : afterComma + name.substring(0, comma),
                words.get(last) + String.join("", words.subList(0, last)),
                String.join("", words.subList(1, words.size())) + words.get(0))
            .map(NameKey::letters)
            .toList());
  }
}
