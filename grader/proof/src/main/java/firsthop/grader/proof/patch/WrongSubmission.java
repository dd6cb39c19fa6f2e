package firsthop.grader.proof.patch;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A whole program that makes one mistake.
 *
 * @param exercise such as {@code 1.1}
 * @param name of the mistake, such as {@code takes-999}
 * @param sentence that says the mistake
 * @param files texts by file name, such as {@code MyIpv4Codec.java}
 * @param changed the names of those files in which the mistake is; the others are the base's
 */
public record WrongSubmission(
    String exercise, String name, String sentence, Map<String, String> files, Set<String> changed) {
  public WrongSubmission {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    changed = Collections.unmodifiableSet(new TreeSet<>(changed));
  }
}
