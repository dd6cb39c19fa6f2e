package firsthop.grader.control;

import java.util.Locale;

/**
 * One thing that went over the wire while a test ran.
 *
 * @param micros when, since the test began
 * @param from who sent it: a name, or an address and port
 * @param to who was to get it
 * @param what what it was, in words; untrusted, but printable and short
 * @param fate what became of it, such as {@code sent}, {@code dropped}, {@code sent twice}
 */
public record TraceEntry(long micros, String from, String to, String what, String fate) {

  /** Returns it as a line of a trace. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%9.3f ms  %s -> %s  %s: %s", micros / 1_000.0, from, to, what, fate);
  }
}
