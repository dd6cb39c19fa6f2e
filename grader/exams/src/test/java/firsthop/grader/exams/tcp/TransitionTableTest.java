package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.TcpEvent;
import firsthop.tcp.TcpSegment;
import firsthop.tcp.TcpState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TransitionTableTest {
  private static final Path CONTRACT =
      Path.of("../../lab03-tcp/src/main/java/firsthop/tcp/TcpStateMachine.java");

  private static final Pattern ROW_OF_CONTRACT =
      Pattern.compile(
          " \\* (?<state>[A-Z_12]+) +(?<event>[A-Z_2]+) +-> +(?<next>[A-Z_12]+) +\\[(?<sent>\\w*)]"
              + "(?: +if it came from (?<from>\\w+))?");

  static final Set<String> PLACES =
      Set.of(
          "CLOSED",
          "LISTEN",
          "SYN_SENT",
          "SYN_RECEIVED<LISTEN",
          "SYN_RECEIVED<SYN_SENT",
          "ESTABLISHED",
          "FIN_WAIT_1",
          "FIN_WAIT_2",
          "CLOSE_WAIT",
          "CLOSING",
          "LAST_ACK",
          "TIME_WAIT");

  private final TransitionTable table = new TransitionTable();

  @Test
  void it_says_what_the_contract_says() throws IOException {
    Map<String, TransitionTable.Row> listed = new TreeMap<>();
    for (String line : Files.readAllLines(CONTRACT)) {
      Matcher row = ROW_OF_CONTRACT.matcher(line);
      if (row.matches()) {
        for (String place : places(row.group("state"), row.group("from"))) {
          String next = row.group("next");
          listed.put(
              place + " " + row.group("event"),
              new TransitionTable.Row(
                  next.equals("SYN_RECEIVED") ? next + "<" + place : next,
                  Optional.of(sent(row.group("sent")))));
        }
      }
    }
    Map<String, TransitionTable.Row> known = new TreeMap<>();
    for (String place : PLACES) {
      for (TcpEvent event : TcpEvent.values()) {
        if (table.row(place, event).sent().isPresent()) {
          known.put(place + " " + event, table.row(place, event));
        }
      }
    }
    assertThat(known).isEqualTo(listed);
  }

  @Test
  void it_has_a_place_for_each_state() {
    assertThat(PLACES.stream().map(TransitionTable::state)).contains(TcpState.values());
  }

  private static List<String> places(String state, String from) {
    return PLACES.stream()
        .filter(place -> place.split("<")[0].equals(state))
        .filter(place -> from == null || place.endsWith("<" + from))
        .toList();
  }

  private static List<TcpSegment> sent(String segment) {
    return segment.isEmpty() ? List.of() : List.of(TcpSegment.valueOf(segment));
  }
}
