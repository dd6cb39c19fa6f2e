package firsthop.grader.marks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When labs are due, and for whom later.
 *
 * @param labs by lab id
 * @param extensions by submission id, person or account, then by lab id; {@link #ANY_LAB} for all
 */
public record DueDates(Map<String, Instant> labs, Map<String, Map<String, Instant>> extensions) {
  /** Stands for every lab. */
  public static final String ANY_LAB = "*";

  /** Nothing is due. */
  public static final DueDates NONE = new DueDates(Map.of(), Map.of());

  /**
   * Return when a lab is due for somebody; an extension never makes it earlier.
   *
   * @param names by any of which an extension may name them
   */
  public Optional<Instant> due(String lab, Stream<String> names) {
    Instant usual = labs.getOrDefault(lab, labs.get(ANY_LAB));
    if (usual == null) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(usual),
            names
                .filter(extensions::containsKey)
                .map(extensions::get)
                .flatMap(own -> Stream.of(lab, ANY_LAB).filter(own::containsKey).map(own::get)))
        .max(Instant::compareTo);
  }
}
