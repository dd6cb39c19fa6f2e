package firsthop.grader.exams.tcp;

import static firsthop.tcp.TcpEvent.ACTIVE_OPEN;
import static firsthop.tcp.TcpEvent.CLOSE;
import static firsthop.tcp.TcpEvent.PASSIVE_OPEN;
import static firsthop.tcp.TcpEvent.RECEIVE_ACK;
import static firsthop.tcp.TcpEvent.RECEIVE_FIN;
import static firsthop.tcp.TcpEvent.RECEIVE_FIN_ACK;
import static firsthop.tcp.TcpEvent.RECEIVE_RST;
import static firsthop.tcp.TcpEvent.RECEIVE_SYN;
import static firsthop.tcp.TcpEvent.RECEIVE_SYN_ACK;
import static firsthop.tcp.TcpEvent.TIMEOUT_2MSL;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.TcpEvent;
import firsthop.tcp.TcpSegment;
import firsthop.tcp.TcpState;
import firsthop.tcp.TcpStateMachine;
import firsthop.tcp.TcpStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Exam(TcpStateMachine.class)
class TcpStateMachineExam {
  private static final TransitionTable TABLE = new TransitionTable();
  private static final int MANY_EVENTS = 1_000;

  /** How many events of a long sequence a failure shows. */
  private static final int SHOWN = 8;

  @Test
  @Points(1)
  @Clause({
    "A new machine is in CLOSED. Two machines share nothing.",
    "LISTEN RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK]",
    "SYN_SENT RECEIVE_SYN_ACK -> ESTABLISHED [ACK]",
    "SYN_RECEIVED RECEIVE_ACK -> ESTABLISHED []"
  })
  @Hint(
      "Check the rows of the three-way handshake. The server is ESTABLISHED only after the"
          + " ACK, and a later ACK changes nothing.")
  void client_and_server_shake_hands(
      @Subject TcpStateMachine client, @Subject TcpStateMachine server) {
    assertState(client, "a new machine", TcpState.CLOSED);
    assertSends(server, PASSIVE_OPEN, TcpState.LISTEN);
    assertSends(client, ACTIVE_OPEN, TcpState.SYN_SENT, TcpSegment.SYN);
    assertSends(server, RECEIVE_SYN, TcpState.SYN_RECEIVED, TcpSegment.SYN_ACK);
    assertSends(client, RECEIVE_SYN_ACK, TcpState.ESTABLISHED, TcpSegment.ACK);
    assertState(server, "the server before the ACK has come", TcpState.SYN_RECEIVED);
    assertSends(server, RECEIVE_ACK, TcpState.ESTABLISHED);
    assertSends(client, RECEIVE_ACK, TcpState.ESTABLISHED);
    assertSends(server, RECEIVE_ACK, TcpState.ESTABLISHED);
  }

  @Test
  @Points(1)
  @Clause({
    "SYN_SENT RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK]",
    "SYN_RECEIVED RECEIVE_SYN_ACK -> ESTABLISHED []"
  })
  @Hint(
      "Two SYNs may cross. Check RECEIVE_SYN in SYN_SENT, and both acknowledgements in"
          + " SYN_RECEIVED.")
  void both_may_open_at_once(
      @Subject TcpStateMachine one, @Subject TcpStateMachine other, @Subject TcpStateMachine last) {
    assertFollowsTable(one, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_SYN_ACK, RECEIVE_ACK);
    assertFollowsTable(other, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_ACK, RECEIVE_ACK);
    assertFollowsTable(last, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_SYN_ACK, RECEIVE_ACK);
  }

  @Test
  @Points(1)
  @Clause({
    "LISTEN ACTIVE_OPEN -> SYN_SENT [SYN]",
    "LISTEN CLOSE -> CLOSED []",
    "SYN_SENT CLOSE -> CLOSED []",
    "SYN_RECEIVED CLOSE -> FIN_WAIT_1 [FIN]"
  })
  @Hint(
      "Check CLOSE and ACTIVE_OPEN in LISTEN, SYN_SENT and SYN_RECEIVED. CLOSE sends a FIN"
          + " in only one of these states.")
  void a_program_may_change_its_mind_before_the_connection_stands(
      @Subject TcpStateMachine patient,
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client) {
    assertFollowsTable(
        patient, PASSIVE_OPEN, CLOSE, ACTIVE_OPEN, CLOSE, PASSIVE_OPEN, ACTIVE_OPEN, CLOSE);
    assertFollowsTable(server, PASSIVE_OPEN, RECEIVE_SYN, CLOSE);
    assertFollowsTable(client, ACTIVE_OPEN, RECEIVE_SYN, CLOSE);
  }

  @Test
  @Points(1)
  @Clause({
    "FIN_WAIT_1 RECEIVE_ACK -> FIN_WAIT_2 []",
    "FIN_WAIT_1 RECEIVE_FIN_ACK -> TIME_WAIT [ACK]",
    "FIN_WAIT_2 RECEIVE_FIN -> TIME_WAIT [ACK]",
    "TIME_WAIT TIMEOUT_2MSL -> CLOSED []"
  })
  @Hint(
      "Check the rows from FIN_WAIT_1 to TIME_WAIT. The side that closes first waits for"
          + " the peer, and then for TIMEOUT_2MSL.")
  void the_first_to_close_waits_at_the_end(
      @Subject TcpStateMachine slow,
      @Subject TcpStateMachine quick,
      @Subject TcpStateMachine quickest) {
    assertFollowsTable(
        slow,
        ACTIVE_OPEN,
        RECEIVE_SYN_ACK,
        CLOSE,
        RECEIVE_ACK,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_ACK,
        TIMEOUT_2MSL);
    assertFollowsTable(
        quick, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_ACK, RECEIVE_FIN_ACK, TIMEOUT_2MSL);
    assertFollowsTable(
        quickest, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN_ACK, TIMEOUT_2MSL);
  }

  @Test
  @Points(1)
  @Clause({
    "ESTABLISHED RECEIVE_FIN -> CLOSE_WAIT [ACK]",
    "SYN_RECEIVED RECEIVE_FIN_ACK -> CLOSE_WAIT [ACK]",
    "CLOSE_WAIT CLOSE -> LAST_ACK [FIN]",
    "LAST_ACK RECEIVE_ACK -> CLOSED []"
  })
  @Hint(
      "Check the rows of CLOSE_WAIT and LAST_ACK. The side that closes second never goes to"
          + " TIME_WAIT.")
  void the_second_to_close_is_closed_at_once(
      @Subject TcpStateMachine one,
      @Subject TcpStateMachine other,
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client) {
    assertFollowsTable(
        one, ACTIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_FIN, RECEIVE_ACK, CLOSE, RECEIVE_ACK);
    assertFollowsTable(other, ACTIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
    assertFollowsTable(server, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
    assertFollowsTable(client, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
  }

  @Test
  @Points(1)
  @Clause({
    "FIN_WAIT_1 RECEIVE_FIN -> CLOSING [ACK]",
    "CLOSING RECEIVE_ACK -> TIME_WAIT []",
    "CLOSING RECEIVE_FIN_ACK -> TIME_WAIT [ACK]"
  })
  @Hint(
      "In FIN_WAIT_1 the peer's FIN may come before the acknowledgement of ours. Check the"
          + " rows that lead into and out of CLOSING.")
  void both_may_close_at_once(@Subject TcpStateMachine one, @Subject TcpStateMachine other) {
    assertFollowsTable(
        one, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_ACK, TIMEOUT_2MSL);
    assertFollowsTable(
        other, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_FIN_ACK, TIMEOUT_2MSL);
  }

  @Test
  @Points(1)
  @Clause({
    "CLOSE_WAIT RECEIVE_FIN -> CLOSE_WAIT [ACK]",
    "CLOSING RECEIVE_FIN -> CLOSING [ACK]",
    "LAST_ACK RECEIVE_FIN_ACK -> CLOSED [ACK]",
    "TIME_WAIT RECEIVE_FIN -> TIME_WAIT [ACK]"
  })
  @Hint(
      "If a FIN comes again, our ACK was lost. Acknowledge it again, in every state after"
          + " the first FIN.")
  void a_fin_that_comes_again_is_acknowledged_again(
      @Subject TcpStateMachine passive,
      @Subject TcpStateMachine active,
      @Subject TcpStateMachine crossed) {
    assertFollowsTable(
        passive,
        ACTIVE_OPEN,
        RECEIVE_SYN_ACK,
        RECEIVE_FIN,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK,
        CLOSE,
        RECEIVE_FIN,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK);
    assertFollowsTable(
        active,
        ACTIVE_OPEN,
        RECEIVE_SYN_ACK,
        CLOSE,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK,
        RECEIVE_FIN_ACK);
    assertFollowsTable(crossed, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_FIN);
  }

  @Test
  @Points(1)
  @Clause({
    "ESTABLISHED RECEIVE_RST -> CLOSED []",
    "TIME_WAIT RECEIVE_RST -> CLOSED []",
    "A machine that is in CLOSED or in LISTEN again can be used again, as often as you" + " like."
  })
  @Hint(
      "A reset ends the connection in every state and is never answered. After it, the"
          + " machine can be used again.")
  void a_reset_ends_a_connection_in_every_state(@Subject TcpStateMachine machine) {
    List<List<TcpEvent>> connections =
        List.of(
            List.of(),
            List.of(RECEIVE_SYN_ACK),
            List.of(RECEIVE_SYN_ACK, CLOSE),
            List.of(RECEIVE_SYN_ACK, CLOSE, RECEIVE_ACK),
            List.of(RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN_ACK),
            List.of(RECEIVE_SYN_ACK, RECEIVE_FIN),
            List.of(RECEIVE_SYN_ACK, RECEIVE_FIN, CLOSE));
    List<TcpEvent> events = new ArrayList<>();
    for (List<TcpEvent> connection : connections) {
      events.add(ACTIVE_OPEN);
      events.addAll(connection);
      events.add(RECEIVE_RST);
    }
    events.addAll(List.of(ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_RST));
    assertFollowsTable(machine, events);
  }

  @Test
  @Points(1)
  @Clause({
    "SYN_RECEIVED RECEIVE_RST -> LISTEN [] if it came from LISTEN",
    "SYN_RECEIVED RECEIVE_RST -> CLOSED [] if it came from SYN_SENT",
    "a listener may change to an active open before it gets the SYN; then it came from"
        + " SYN_SENT.",
    "What the machine did in earlier connections does not count."
  })
  @Hint(
      "Remember the state in which this SYN arrived. An older state or an earlier"
          + " connection does not count.")
  void a_reset_in_syn_received_leads_back_to_where_the_syn_arrived(
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client,
      @Subject TcpStateMachine turned,
      @Subject TcpStateMachine closed) {
    assertFollowsTable(
        server,
        PASSIVE_OPEN,
        RECEIVE_SYN,
        RECEIVE_RST,
        RECEIVE_SYN,
        RECEIVE_RST,
        ACTIVE_OPEN,
        RECEIVE_SYN,
        RECEIVE_RST);
    assertFollowsTable(
        client, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
    assertFollowsTable(turned, PASSIVE_OPEN, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
    assertFollowsTable(closed, PASSIVE_OPEN, CLOSE, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
  }

  @Test
  @Points(1)
  @Clause({
    "CLOSED RECEIVE_SYN -> CLOSED [RST]",
    "CLOSED RECEIVE_RST -> CLOSED []",
    "LISTEN RECEIVE_ACK -> LISTEN [RST]",
    "LISTEN RECEIVE_RST -> LISTEN []"
  })
  @Hint(
      "In CLOSED and in LISTEN, a segment of no connection is answered with RST. A reset is"
          + " never answered.")
  void what_belongs_to_no_connection_is_answered_with_a_reset(
      @Subject TcpStateMachine closed, @Subject TcpStateMachine listening) {
    assertFollowsTable(
        closed,
        RECEIVE_SYN,
        RECEIVE_SYN_ACK,
        RECEIVE_RST,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK,
        RECEIVE_RST);
    assertFollowsTable(
        listening, PASSIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_RST, RECEIVE_ACK, RECEIVE_RST);
  }

  @Test
  @Points(1)
  @Clause(
      "An event that the table does not list for the state is refused: the machine throws"
          + " an IllegalStateException, and nothing changes.")
  @Hint(
      "For an event without a row, throw IllegalStateException before anything changes. Do"
          + " not ignore the event, and do not answer it.")
  void an_event_that_is_not_listed_is_refused_and_changes_nothing(
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client,
      @Subject TcpStateMachine crossed) {
    assertRefusesWhatIsNotListed(
        server,
        PASSIVE_OPEN,
        RECEIVE_SYN,
        RECEIVE_ACK,
        CLOSE,
        RECEIVE_ACK,
        RECEIVE_FIN,
        TIMEOUT_2MSL);
    assertRefusesWhatIsNotListed(client, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_ACK, RECEIVE_FIN, CLOSE);
    assertRefusesWhatIsNotListed(crossed, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN);
  }

  @Test
  @Points(1)
  @Clause({
    "This table says what each event does in each state.",
    "A machine that is in CLOSED or in LISTEN again can be used again, as often as you" + " like."
  })
  @Hint(
      "One machine goes through many connections and refused events. Look for a field that"
          + " keeps something from before.")
  void long_lives_follow_the_table_at_every_step(
      @Subject TcpStateMachine one, @Subject TcpStateMachine other, Seed seed) {
    RandomEventSequences sequences = new RandomEventSequences(TABLE, seed.random());
    assertFollowsTable(one, sequences.next(MANY_EVENTS));
    assertFollowsTable(other, sequences.next(MANY_EVENTS));
  }

  private static void assertSends(
      TcpStateMachine machine, TcpEvent event, TcpState state, TcpSegment... sent) {
    assertThat(machine.on(event)).as("on(%s)", event).isEqualTo(List.of(sent));
    assertState(machine, "state() after on(" + event + ")", state);
  }

  private static void assertState(TcpStateMachine machine, String when, TcpState state) {
    assertThat(machine.state()).as(when).isEqualTo(state);
  }

  private static void assertFollowsTable(TcpStateMachine machine, TcpEvent... events) {
    assertFollowsTable(machine, List.of(events));
  }

  private static void assertFollowsTable(TcpStateMachine machine, List<TcpEvent> events) {
    assertSame(events, machine.onAll(events), TABLE.steps(events));
  }

  /** Sends these events, and in each place on the way also every event that is not listed there. */
  private static void assertRefusesWhatIsNotListed(TcpStateMachine machine, TcpEvent... way) {
    List<TcpEvent> events = new ArrayList<>(TABLE.refused(TransitionTable.START));
    for (TcpEvent step : way) {
      events.add(step);
      events.addAll(TABLE.refused(TABLE.place(events)));
    }
    List<TcpStep> expected = TABLE.steps(events);
    List<TcpStep> came = new ArrayList<>(machine.onAll(events));
    // Other tests check what the listed events send.
    for (int i = 0; i < came.size(); i++) {
      if (came.get(i).sent().isPresent() && expected.get(i).sent().isPresent()) {
        came.set(i, new TcpStep(came.get(i).state(), expected.get(i).sent()));
      }
    }
    assertSame(events, came, expected);
  }

  private static void assertSame(
      List<TcpEvent> events, List<TcpStep> came, List<TcpStep> expected) {
    assertThat(came)
        .as("number of results of onAll for %d events", events.size())
        .hasSameSizeAs(expected);
    for (int i = 0; i < came.size(); i++) {
      if (!came.get(i).equals(expected.get(i))) {
        TcpState before = i == 0 ? TcpState.CLOSED : expected.get(i - 1).state();
        assertThat(text(came.get(i)))
            .as("on(%s) in %s%s", events.get(i), before, after(events.subList(0, i)))
            .isEqualTo(text(expected.get(i)));
      }
    }
  }

  private static String after(List<TcpEvent> events) {
    int hidden = Math.max(0, events.size() - SHOWN);
    String shown =
        events.stream().skip(hidden).map(TcpEvent::name).collect(Collectors.joining(", "));
    return shown.isEmpty() ? "" : ", after " + (hidden == 0 ? "" : "… ") + shown;
  }

  private static String text(TcpStep step) {
    Optional<List<TcpSegment>> sent = step.sent();
    return step.state() + (sent.isPresent() ? " " + sent.get() : " IllegalStateException");
  }
}
