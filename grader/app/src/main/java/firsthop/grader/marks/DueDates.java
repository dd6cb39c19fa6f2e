package firsthop.grader.marks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When labs are due, and for whom later.
 *
 * @param labs by lab id
 * @param extensions by submission id, then by lab id; {@link #ANY_LAB} for all
 */
public record DueDates(Map<String, Instant> labs, Map<String, Map<String, Instant>> extensions) {
  /** Stands for every lab. */
  public static final String ANY_LAB = "*";

  /** Nothing is due. */
  public static final DueDates NONE = new DueDates(Map.of(), Map.of());

  /**
   * When a lab is due for somebody.
   *
   * @param extended whether that is later than for the others
   */
  public record Due(Instant at, boolean extended) {}

  /** Returns when a lab is due for a submission; an extension never makes it earlier. */
  public Optional<Due> due(String lab, String submission) {
    Instant usual = labs.getOrDefault(lab, labs.get(ANY_LAB));
    if (usual == null) {
      return Optional.empty();
    }
    Map<String, Instant> own = extensions.getOrDefault(submission, Map.of());
    Instant at =
        Stream.of(lab, ANY_LAB)
            .filter(own::containsKey)
            .map(own::get)
            .filter(usual::isBefore)
            .max(Instant::compareTo)
            .orElse(usual);
    return Optional.of(new Due(at, at.isAfter(usual)));
  }
}
