package firsthop.grader.marks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The due dates of labs, and their extensions.
 *
 * @param labs the due dates by lab id
 * @param extensions the later due dates by submission id, then by lab id; {@link #ANY_LAB} for all
 *     labs
 */
public record DueDates(Map<String, Instant> labs, Map<String, Map<String, Instant>> extensions) {
  /** Stands for every lab. */
  public static final String ANY_LAB = "*";

  /** No due dates. */
  public static final DueDates NONE = new DueDates(Map.of(), Map.of());

  /**
   * The due date of a lab for one submission.
   *
   * @param extended whether it is later than for other submissions
   */
  public record Due(Instant at, boolean extended) {}

  /** Returns the due date of a lab for a submission. An extension never makes it earlier. */
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
