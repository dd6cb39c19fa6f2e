package firsthop.grader.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message from a candidate to its examiner: the outcome of one call. */
public sealed interface FromCandidate {

  /** Returns the number of the call that this answers. */
  int call();

  /**
   * The call returned.
   *
   * @param value the value, encoded as the method's return type; null for {@code void}
   * @param changed the encoded arguments after the call, if the examiner asked for them and the
   *     call changed them
   */
  record Returned(int call, byte @Nullable [] value, byte @Nullable [] changed)
      implements FromCandidate {}

  /**
   * The call ended with an exception.
   *
   * @param changed the encoded arguments after the call, if the examiner asked for them and the
   *     call changed them
   */
  record Threw(int call, ThrownData thrown, byte @Nullable [] changed) implements FromCandidate {
    public Threw {
      Objects.requireNonNull(thrown);
    }
  }

  /** The student's class cannot be used, or its answer does not match the contract. */
  record Unusable(int call, String reason) implements FromCandidate {
    public Unusable {
      Objects.requireNonNull(reason);
    }
  }
}
