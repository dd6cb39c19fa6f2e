package firsthop.grader.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where students' code runs. */
public enum SandboxKind {
  /** In containers without a network. */
  DOCKER,
  /** In plain processes, without protection. */
  PROCESS;

  /**
   * Returns the kind that a word names.
   *
   * @throws IllegalArgumentException when there is no such kind, with those that there are
   */
  public static SandboxKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sandbox "
                        + word
                        + ": give "
                        + Arrays.stream(values())
                            .map(SandboxKind::word)
                            .collect(Collectors.joining(" or "))));
  }

  /** Returns the kind as command lines and results spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
