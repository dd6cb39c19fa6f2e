// Reads the table from text, as it stands in the contract, into a map; the history is in the key.
package firsthop.tcp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class MyTcpStateMachine implements TcpStateMachine {
  private static final String ANSWERED_BY_RESET =
      "RECEIVE_SYN RECEIVE_SYN_ACK RECEIVE_ACK RECEIVE_FIN RECEIVE_FIN_ACK";

  private static final String[][] TABLE = {
    {"CLOSED", "PASSIVE_OPEN", "LISTEN", ""},
    {"CLOSED", "ACTIVE_OPEN", "SYN_SENT", "SYN"},
    {"CLOSED", ANSWERED_BY_RESET, "CLOSED", "RST"},
    {"CLOSED", "RECEIVE_RST", "CLOSED", ""},
    {"LISTEN", "RECEIVE_SYN", "SYN_RECEIVED", "SYN_ACK"},
    {"LISTEN", "ACTIVE_OPEN", "SYN_SENT", "SYN"},
    {"LISTEN", "CLOSE", "CLOSED", ""},
    {"LISTEN", "RECEIVE_RST", "LISTEN", ""},
    {"LISTEN", "RECEIVE_ACK RECEIVE_SYN_ACK", "LISTEN", "RST"},
    {"SYN_SENT", "RECEIVE_SYN_ACK", "ESTABLISHED", "ACK"},
    {"SYN_SENT", "RECEIVE_SYN", "SYN_RECEIVED", "SYN_ACK"},
    {"SYN_SENT", "CLOSE RECEIVE_RST", "CLOSED", ""},
    {"SYN_RECEIVED", "RECEIVE_ACK RECEIVE_SYN_ACK", "ESTABLISHED", ""},
    {"SYN_RECEIVED", "CLOSE", "FIN_WAIT_1", "FIN"},
    {"SYN_RECEIVED", "RECEIVE_FIN_ACK", "CLOSE_WAIT", "ACK"},
    {"LISTEN SYN_RECEIVED", "RECEIVE_RST", "LISTEN", ""},
    {"SYN_SENT SYN_RECEIVED", "RECEIVE_RST", "CLOSED", ""},
    {"ESTABLISHED", "RECEIVE_ACK", "ESTABLISHED", ""},
    {"ESTABLISHED", "CLOSE", "FIN_WAIT_1", "FIN"},
    {"ESTABLISHED", "RECEIVE_FIN RECEIVE_FIN_ACK", "CLOSE_WAIT", "ACK"},
    {"ESTABLISHED", "RECEIVE_RST", "CLOSED", ""},
    {"FIN_WAIT_1", "RECEIVE_ACK", "FIN_WAIT_2", ""},
    {"FIN_WAIT_1", "RECEIVE_FIN", "CLOSING", "ACK"},
    {"FIN_WAIT_1", "RECEIVE_FIN_ACK", "TIME_WAIT", "ACK"},
    {"FIN_WAIT_1", "RECEIVE_RST", "CLOSED", ""},
    {"FIN_WAIT_2", "RECEIVE_ACK", "FIN_WAIT_2", ""},
    {"FIN_WAIT_2", "RECEIVE_FIN RECEIVE_FIN_ACK", "TIME_WAIT", "ACK"},
    {"FIN_WAIT_2", "RECEIVE_RST", "CLOSED", ""},
    {"CLOSE_WAIT", "RECEIVE_ACK", "CLOSE_WAIT", ""},
    {"CLOSE_WAIT", "RECEIVE_FIN RECEIVE_FIN_ACK", "CLOSE_WAIT", "ACK"},
    {"CLOSE_WAIT", "CLOSE", "LAST_ACK", "FIN"},
    {"CLOSE_WAIT", "RECEIVE_RST", "CLOSED", ""},
    {"CLOSING", "RECEIVE_ACK", "TIME_WAIT", ""},
    {"CLOSING", "RECEIVE_FIN_ACK", "TIME_WAIT", "ACK"},
    {"CLOSING", "RECEIVE_FIN", "CLOSING", "ACK"},
    {"CLOSING", "RECEIVE_RST", "CLOSED", ""},
    {"LAST_ACK", "RECEIVE_ACK RECEIVE_RST", "CLOSED", ""},
    {"LAST_ACK", "RECEIVE_FIN_ACK", "CLOSED", "ACK"},
    {"LAST_ACK", "RECEIVE_FIN", "LAST_ACK", "ACK"},
    {"TIME_WAIT", "RECEIVE_ACK", "TIME_WAIT", ""},
    {"TIME_WAIT", "RECEIVE_FIN RECEIVE_FIN_ACK", "TIME_WAIT", "ACK"},
    {"TIME_WAIT", "TIMEOUT_2MSL RECEIVE_RST", "CLOSED", ""},
  };

  /** A place and an event, joined by a space, to what follows. */
  private static final Map<String, Row> ROWS = new HashMap<>();

  private record Row(TcpState next, List<TcpSegment> sent) {}

  static {
    for (String[] line : TABLE) {
      List<TcpSegment> sent = line[3].isEmpty() ? List.of() : List.of(TcpSegment.valueOf(line[3]));
      for (String event : line[1].split(" ")) {
        ROWS.put(line[0] + " " + event, new Row(TcpState.valueOf(line[2]), sent));
      }
    }
  }

  /** The states that the machine has been in, the newest last, and no more than two. */
  private final Deque<TcpState> states = new ArrayDeque<>(List.of(TcpState.CLOSED));

  @Override
  public TcpState state() {
    return states.getLast();
  }

  @Override
  public List<TcpSegment> on(TcpEvent event) {
    String here = state() + " " + event;
    Row row = ROWS.get(here);
    if (row == null) {
      row = ROWS.get(states.getFirst() + " " + here);
    }
    if (row == null) {
      throw new Refusal(here);
    }
    if (row.next() != state()) {
      states.addLast(row.next());
      while (states.size() > 2) {
        states.removeFirst();
      }
    }
    return row.sent();
  }

  /** A kind of IllegalStateException counts as one. */
  private static final class Refusal extends IllegalStateException {
    Refusal(String what) {
      super(what);
    }
  }
}
