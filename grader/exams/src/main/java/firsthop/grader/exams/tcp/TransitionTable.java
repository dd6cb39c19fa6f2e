package firsthop.grader.exams.tcp;

import firsthop.tcp.TcpEvent;
import firsthop.tcp.TcpSegment;
import firsthop.tcp.TcpState;
import firsthop.tcp.TcpStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of the contract, written a second time: ordered by event instead of by state. So a
 * mistake in one of the two shows as a difference.
 *
 * <p>It has twelve places: the eleven states, with two places for SYN_RECEIVED, which depend on the
 * state in which the SYN arrived. So the place alone decides what an event does.
 */
final class TransitionTable {
  /** The place in which every machine begins. */
  static final String START = "CLOSED";

  /**
   * Each row: event, places, {@code ->}, next place ({@code =} is the same place), what is sent.
   */
  private static final String BY_EVENT =
      """
      PASSIVE_OPEN: CLOSED -> LISTEN []
      ACTIVE_OPEN: CLOSED LISTEN -> SYN_SENT [SYN]

      CLOSE: LISTEN SYN_SENT -> CLOSED []
      CLOSE: SYN_RECEIVED<LISTEN SYN_RECEIVED<SYN_SENT ESTABLISHED -> FIN_WAIT_1 [FIN]
      CLOSE: CLOSE_WAIT -> LAST_ACK [FIN]

      RECEIVE_SYN: CLOSED -> = [RST]
      RECEIVE_SYN: LISTEN -> SYN_RECEIVED<LISTEN [SYN_ACK]
      RECEIVE_SYN: SYN_SENT -> SYN_RECEIVED<SYN_SENT [SYN_ACK]

      RECEIVE_SYN_ACK: CLOSED LISTEN -> = [RST]
      RECEIVE_SYN_ACK: SYN_SENT -> ESTABLISHED [ACK]
      RECEIVE_SYN_ACK: SYN_RECEIVED<LISTEN SYN_RECEIVED<SYN_SENT -> ESTABLISHED []

      RECEIVE_ACK: CLOSED LISTEN -> = [RST]
      RECEIVE_ACK: SYN_RECEIVED<LISTEN SYN_RECEIVED<SYN_SENT -> ESTABLISHED []
      RECEIVE_ACK: ESTABLISHED FIN_WAIT_2 CLOSE_WAIT TIME_WAIT -> = []
      RECEIVE_ACK: FIN_WAIT_1 -> FIN_WAIT_2 []
      RECEIVE_ACK: CLOSING -> TIME_WAIT []
      RECEIVE_ACK: LAST_ACK -> CLOSED []

      RECEIVE_FIN: CLOSED -> = [RST]
      RECEIVE_FIN: ESTABLISHED -> CLOSE_WAIT [ACK]
      RECEIVE_FIN: FIN_WAIT_1 -> CLOSING [ACK]
      RECEIVE_FIN: FIN_WAIT_2 -> TIME_WAIT [ACK]
      RECEIVE_FIN: CLOSE_WAIT CLOSING LAST_ACK TIME_WAIT -> = [ACK]

      RECEIVE_FIN_ACK: CLOSED -> = [RST]
      RECEIVE_FIN_ACK: SYN_RECEIVED<LISTEN SYN_RECEIVED<SYN_SENT ESTABLISHED -> CLOSE_WAIT [ACK]
      RECEIVE_FIN_ACK: FIN_WAIT_1 FIN_WAIT_2 CLOSING -> TIME_WAIT [ACK]
      RECEIVE_FIN_ACK: CLOSE_WAIT TIME_WAIT -> = [ACK]
      RECEIVE_FIN_ACK: LAST_ACK -> CLOSED [ACK]

      RECEIVE_RST: CLOSED LISTEN -> = []
      RECEIVE_RST: SYN_RECEIVED<LISTEN -> LISTEN []
      RECEIVE_RST: SYN_SENT SYN_RECEIVED<SYN_SENT ESTABLISHED -> CLOSED []
      RECEIVE_RST: FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT CLOSING LAST_ACK TIME_WAIT -> CLOSED []

      TIMEOUT_2MSL: TIME_WAIT -> CLOSED []
      """;

  private static final Pattern ROW = Pattern.compile("(\\w+): (.+) -> (\\S+) \\[(\\w*)]");

  /** What an event does in a place: the next place, and what is sent; empty if it is refused. */
  record Row(String next, Optional<List<TcpSegment>> sent) {
    boolean refuses() {
      return sent.isEmpty();
    }
  }

  private final Map<String, Map<TcpEvent, Row>> rows = new HashMap<>();

  TransitionTable() {
    for (String line : BY_EVENT.lines().filter(text -> !text.isBlank()).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new IllegalArgumentException("not a row: " + line);
      }
      for (String place : row.group(2).split(" ")) {
        add(place, TcpEvent.valueOf(row.group(1)), row.group(3), row.group(4));
      }
    }
  }

  private void add(String place, TcpEvent event, String next, String sent) {
    List<TcpSegment> segments = sent.isEmpty() ? List.of() : List.of(TcpSegment.valueOf(sent));
    Row row = new Row(next.equals("=") ? place : next, Optional.of(segments));
    Map<TcpEvent, Row> ofPlace = rows.computeIfAbsent(place, p -> new EnumMap<>(TcpEvent.class));
    if (ofPlace.put(event, row) != null) {
      throw new IllegalArgumentException("two rows for " + event + " in " + place);
    }
  }

  /** Returns what an event does in a place. A refused event changes nothing. */
  Row row(String place, TcpEvent event) {
    Row listed = rows.get(place).get(event);
    return listed == null ? new Row(place, Optional.empty()) : listed;
  }

  /** Returns the state of a machine in a place. */
  static TcpState state(String place) {
    return TcpState.valueOf(place.split("<")[0]);
  }

  /** Returns what these events do to a new machine. */
  List<TcpStep> steps(List<TcpEvent> events) {
    List<TcpStep> steps = new ArrayList<>();
    String place = START;
    for (TcpEvent event : events) {
      Row row = row(place, event);
      place = row.next();
      steps.add(new TcpStep(state(place), row.sent()));
    }
    return steps;
  }

  /** Returns the place to which these events lead a new machine. */
  String place(List<TcpEvent> events) {
    String place = START;
    for (TcpEvent event : events) {
      place = row(place, event).next();
    }
    return place;
  }

  /** Returns the events that are refused in a place. */
  List<TcpEvent> refused(String place) {
    return List.of(TcpEvent.values()).stream()
        .filter(event -> row(place, event).refuses())
        .toList();
  }
}
