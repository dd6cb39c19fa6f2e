package firsthop.grader.control;

import java.util.Locale;

/**
 * One message on the wire while a test ran.
 *
 * @param micros microseconds since the test began
 * @param from the sender: a name, an address and port, or both
 * @param to the receiver, in the same form
 * @param summary the message in a few words; untrusted, but printable and short
 * @param outcome what happened to it, such as {@code sent}, {@code dropped}, {@code sent twice}
 */
public record TraceEntry(long micros, String from, String to, String summary, String outcome) {

  /** Returns the entry as one line of a trace. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%9.3f ms  %s -> %s  %s: %s", micros / 1_000.0, from, to, summary, outcome);
  }
}
