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
  private static final int LONG_LIFE = 1_000;

  /** How much of a long life a message tells. */
  private static final int TOLD = 8;

  @Test
  @Points(1)
  @Clause({
    "A new machine is in CLOSED, and two machines share nothing.",
    "LISTEN RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK]",
    "SYN_SENT RECEIVE_SYN_ACK -> ESTABLISHED [ACK]",
    "SYN_RECEIVED RECEIVE_ACK -> ESTABLISHED []"
  })
  @Hint("Three segments, and after each of them one of the two ends is one state further.")
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
  @Hint("Two SYNs may cross on their way: what does each end do with the other's?")
  void both_may_open_at_once(
      @Subject TcpStateMachine one, @Subject TcpStateMachine other, @Subject TcpStateMachine last) {
    assertLives(one, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_SYN_ACK, RECEIVE_ACK);
    assertLives(other, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_ACK, RECEIVE_ACK);
    assertLives(last, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_SYN_ACK, RECEIVE_ACK);
  }

  @Test
  @Points(1)
  @Clause({
    "LISTEN ACTIVE_OPEN -> SYN_SENT [SYN]",
    "LISTEN CLOSE -> CLOSED []",
    "SYN_SENT CLOSE -> CLOSED []",
    "SYN_RECEIVED CLOSE -> FIN_WAIT_1 [FIN]"
  })
  @Hint("A program may change its mind before the connection stands. Who has to hear of it?")
  void a_program_may_change_its_mind_before_the_connection_stands(
      @Subject TcpStateMachine patient,
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client) {
    assertLives(patient, PASSIVE_OPEN, CLOSE, ACTIVE_OPEN, CLOSE, PASSIVE_OPEN, ACTIVE_OPEN, CLOSE);
    assertLives(server, PASSIVE_OPEN, RECEIVE_SYN, CLOSE);
    assertLives(client, ACTIVE_OPEN, RECEIVE_SYN, CLOSE);
  }

  @Test
  @Points(1)
  @Clause({
    "FIN_WAIT_1 RECEIVE_ACK -> FIN_WAIT_2 []",
    "FIN_WAIT_1 RECEIVE_FIN_ACK -> TIME_WAIT [ACK]",
    "FIN_WAIT_2 RECEIVE_FIN -> TIME_WAIT [ACK]",
    "TIME_WAIT TIMEOUT_2MSL -> CLOSED []"
  })
  @Hint("Whoever closes first waits twice, once for an answer and once for time to pass.")
  void the_first_to_close_waits_at_the_end(
      @Subject TcpStateMachine slow,
      @Subject TcpStateMachine quick,
      @Subject TcpStateMachine quickest) {
    assertLives(
        slow,
        ACTIVE_OPEN,
        RECEIVE_SYN_ACK,
        CLOSE,
        RECEIVE_ACK,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_ACK,
        TIMEOUT_2MSL);
    assertLives(
        quick, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_ACK, RECEIVE_FIN_ACK, TIMEOUT_2MSL);
    assertLives(quickest, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN_ACK, TIMEOUT_2MSL);
  }

  @Test
  @Points(1)
  @Clause({
    "ESTABLISHED RECEIVE_FIN -> CLOSE_WAIT [ACK]",
    "SYN_RECEIVED RECEIVE_FIN_ACK -> CLOSE_WAIT [ACK]",
    "CLOSE_WAIT CLOSE -> LAST_ACK [FIN]",
    "LAST_ACK RECEIVE_ACK -> CLOSED []"
  })
  @Hint("Whoever closes second says so, too, and is done as soon as that is acknowledged.")
  void the_second_to_close_is_closed_at_once(
      @Subject TcpStateMachine one,
      @Subject TcpStateMachine other,
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client) {
    assertLives(one, ACTIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_FIN, RECEIVE_ACK, CLOSE, RECEIVE_ACK);
    assertLives(other, ACTIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
    assertLives(server, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
    assertLives(client, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_FIN_ACK, CLOSE, RECEIVE_ACK);
  }

  @Test
  @Points(1)
  @Clause({
    "FIN_WAIT_1 RECEIVE_FIN -> CLOSING [ACK]",
    "CLOSING RECEIVE_ACK -> TIME_WAIT []",
    "CLOSING RECEIVE_FIN_ACK -> TIME_WAIT [ACK]"
  })
  @Hint("Two FINs may cross. The peer's has come then, and the answer to ours has not.")
  void both_may_close_at_once(@Subject TcpStateMachine one, @Subject TcpStateMachine other) {
    assertLives(one, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_ACK, TIMEOUT_2MSL);
    assertLives(
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
  @Hint("If a FIN comes again, the answer to it was lost: what helps the peer then?")
  void a_fin_that_comes_again_is_acknowledged_again(
      @Subject TcpStateMachine passive,
      @Subject TcpStateMachine active,
      @Subject TcpStateMachine crossed) {
    assertLives(
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
    assertLives(
        active,
        ACTIVE_OPEN,
        RECEIVE_SYN_ACK,
        CLOSE,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK,
        RECEIVE_FIN_ACK);
    assertLives(crossed, ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_FIN);
  }

  @Test
  @Points(1)
  @Clause({
    "ESTABLISHED RECEIVE_RST -> CLOSED []",
    "TIME_WAIT RECEIVE_RST -> CLOSED []",
    "A machine that is back in CLOSED or in LISTEN may be used again, as often as you like."
  })
  @Hint("A reset ends a connection at once, wherever it stands, and is never answered.")
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
    List<TcpEvent> life = new ArrayList<>();
    for (List<TcpEvent> connection : connections) {
      life.add(ACTIVE_OPEN);
      life.addAll(connection);
      life.add(RECEIVE_RST);
    }
    life.addAll(List.of(ACTIVE_OPEN, RECEIVE_SYN_ACK, CLOSE, RECEIVE_FIN, RECEIVE_RST));
    assertLives(machine, life);
  }

  @Test
  @Points(1)
  @Clause({
    "SYN_RECEIVED RECEIVE_RST -> LISTEN [] if it came from LISTEN",
    "SYN_RECEIVED RECEIVE_RST -> CLOSED [] if it came from SYN_SENT",
    "A listener that has turned to an active open before it got the SYN came from SYN_SENT, and"
        + " what the machine did in earlier connections doesn't count."
  })
  @Hint("Only one thing counts: where the machine was when this SYN came, not where it ever was.")
  void a_reset_in_syn_received_leads_back_to_where_the_syn_arrived(
      @Subject TcpStateMachine server,
      @Subject TcpStateMachine client,
      @Subject TcpStateMachine turned,
      @Subject TcpStateMachine closed) {
    assertLives(
        server,
        PASSIVE_OPEN,
        RECEIVE_SYN,
        RECEIVE_RST,
        RECEIVE_SYN,
        RECEIVE_RST,
        ACTIVE_OPEN,
        RECEIVE_SYN,
        RECEIVE_RST);
    assertLives(
        client, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST, PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
    assertLives(turned, PASSIVE_OPEN, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
    assertLives(closed, PASSIVE_OPEN, CLOSE, ACTIVE_OPEN, RECEIVE_SYN, RECEIVE_RST);
  }

  @Test
  @Points(1)
  @Clause({
    "CLOSED RECEIVE_SYN -> CLOSED [RST]",
    "CLOSED RECEIVE_RST -> CLOSED []",
    "LISTEN RECEIVE_ACK -> LISTEN [RST]",
    "LISTEN RECEIVE_RST -> LISTEN []"
  })
  @Hint("Whoever talks to a connection that isn't there is told so; a reset says it already.")
  void what_belongs_to_no_connection_is_answered_with_a_reset(
      @Subject TcpStateMachine closed, @Subject TcpStateMachine listening) {
    assertLives(
        closed,
        RECEIVE_SYN,
        RECEIVE_SYN_ACK,
        RECEIVE_RST,
        RECEIVE_ACK,
        RECEIVE_FIN,
        RECEIVE_FIN_ACK,
        RECEIVE_RST);
    assertLives(listening, PASSIVE_OPEN, RECEIVE_SYN_ACK, RECEIVE_RST, RECEIVE_ACK, RECEIVE_RST);
  }

  @Test
  @Points(1)
  @Clause(
      "An event that the table doesn't list for the state is refused: it throws an"
          + " IllegalStateException and changes nothing.")
  @Hint("What isn't listed is neither ignored nor answered, however sensible that may seem.")
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
    "What each event does in each state stands in this table.",
    "A machine that is back in CLOSED or in LISTEN may be used again, as often as you like."
  })
  @Hint("A long life has many connections in it, and refusals in between. Does one leave a trace?")
  void long_lives_follow_the_table_at_every_step(
      @Subject TcpStateMachine one, @Subject TcpStateMachine other, Seed seed) {
    RandomLives lives = new RandomLives(TABLE, seed.random());
    assertLives(one, lives.next(LONG_LIFE));
    assertLives(other, lives.next(LONG_LIFE));
  }

  private static void assertSends(
      TcpStateMachine machine, TcpEvent event, TcpState state, TcpSegment... sent) {
    assertThat(machine.on(event)).as("on(%s)", event).isEqualTo(List.of(sent));
    assertState(machine, "state() after on(" + event + ")", state);
  }

  private static void assertState(TcpStateMachine machine, String when, TcpState state) {
    assertThat(machine.state()).as(when).isEqualTo(state);
  }

  private static void assertLives(TcpStateMachine machine, TcpEvent... life) {
    assertLives(machine, List.of(life));
  }

  private static void assertLives(TcpStateMachine machine, List<TcpEvent> life) {
    assertSame(life, machine.onAll(life), TABLE.steps(life));
  }

  /** Takes this way, and on it tries in each place what is not listed there. */
  private static void assertRefusesWhatIsNotListed(TcpStateMachine machine, TcpEvent... way) {
    List<TcpEvent> life = new ArrayList<>(TABLE.refused(TransitionTable.START));
    for (TcpEvent step : way) {
      life.add(step);
      life.addAll(TABLE.refused(TABLE.place(life)));
    }
    List<TcpStep> expected = TABLE.steps(life);
    List<TcpStep> came = new ArrayList<>(machine.onAll(life));
    // What is sent on the way is for other tests to say.
    for (int i = 0; i < came.size(); i++) {
      if (came.get(i).sent().isPresent() && expected.get(i).sent().isPresent()) {
        came.set(i, new TcpStep(came.get(i).state(), expected.get(i).sent()));
      }
    }
    assertSame(life, came, expected);
  }

  private static void assertSame(List<TcpEvent> life, List<TcpStep> came, List<TcpStep> expected) {
    assertThat(came).as("steps of %d events", life.size()).hasSameSizeAs(expected);
    for (int i = 0; i < came.size(); i++) {
      if (!came.get(i).equals(expected.get(i))) {
        TcpState before = i == 0 ? TcpState.CLOSED : expected.get(i - 1).state();
        assertThat(text(came.get(i)))
            .as("on(%s) in %s%s", life.get(i), before, after(life.subList(0, i)))
            .isEqualTo(text(expected.get(i)));
      }
    }
  }

  private static String after(List<TcpEvent> life) {
    int untold = Math.max(0, life.size() - TOLD);
    String told = life.stream().skip(untold).map(TcpEvent::name).collect(Collectors.joining(", "));
    return told.isEmpty() ? "" : ", after " + (untold == 0 ? "" : "… ") + told;
  }

  private static String text(TcpStep step) {
    Optional<List<TcpSegment>> sent = step.sent();
    return step.state() + (sent.isPresent() ? " " + sent.get() : " IllegalStateException");
  }
}
