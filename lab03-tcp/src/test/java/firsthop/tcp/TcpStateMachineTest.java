package firsthop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text is one sequence of events for a machine, with the expected result of each event. */
@ExerciseTest(TcpStateMachine.class)
class TcpStateMachineTest {
  private static final String REFUSED = "IllegalStateException";

  private final TcpStateMachine machine = new MyTcpStateMachine();

  @Test
  @Order(1)
  void a_new_machine_is_closed() {
    assertThat(machine.state()).as("state() of a new machine").isEqualTo(TcpState.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK],"
            + " RECEIVE_ACK -> ESTABLISHED []",
        "PASSIVE_OPEN -> LISTEN [], RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK],"
            + " RECEIVE_ACK -> ESTABLISHED []",
      })
  @Order(2)
  void client_and_server_shake_hands(String life) {
    assertLives(life);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLOSE -> FIN_WAIT_1 [FIN], RECEIVE_ACK -> FIN_WAIT_2 [], RECEIVE_FIN -> TIME_WAIT [ACK],"
            + " TIMEOUT_2MSL -> CLOSED []",
        "CLOSE -> FIN_WAIT_1 [FIN], RECEIVE_FIN_ACK -> TIME_WAIT [ACK],"
            + " TIMEOUT_2MSL -> CLOSED []",
      })
  @Order(3)
  @Hint("The side that closes first goes to TIME_WAIT.")
  void the_first_to_close_waits_at_the_end(String rest) {
    assertLives("ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK], " + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECEIVE_FIN -> CLOSE_WAIT [ACK], RECEIVE_ACK -> CLOSE_WAIT [], CLOSE -> LAST_ACK [FIN],"
            + " RECEIVE_ACK -> CLOSED []",
        "RECEIVE_FIN_ACK -> CLOSE_WAIT [ACK], CLOSE -> LAST_ACK [FIN],"
            + " RECEIVE_FIN_ACK -> CLOSED [ACK]",
      })
  @Order(4)
  @Hint("The side that closes second needs no TIME_WAIT: it knows that everything has arrived.")
  void the_second_to_close_is_closed_at_once(String rest) {
    assertLives("ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK], " + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECEIVE_ACK -> TIME_WAIT [], TIMEOUT_2MSL -> CLOSED []",
        "RECEIVE_FIN -> CLOSING [ACK], RECEIVE_FIN_ACK -> TIME_WAIT [ACK]"
      })
  @Order(5)
  @Hint("A FIN that does not acknowledge our FIN has crossed it on the way. Check CLOSING.")
  void both_may_close_at_once(String rest) {
    assertLives(
        "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK],"
            + " CLOSE -> FIN_WAIT_1 [FIN], RECEIVE_FIN -> CLOSING [ACK], "
            + rest);
  }

  @Test
  @Order(6)
  void both_may_open_at_once() {
    assertLives(
        "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK],"
            + " RECEIVE_SYN_ACK -> ESTABLISHED []");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSIVE_OPEN -> LISTEN [], CLOSE -> CLOSED []",
        "ACTIVE_OPEN -> SYN_SENT [SYN], CLOSE -> CLOSED []",
        "PASSIVE_OPEN -> LISTEN [], RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK],"
            + " CLOSE -> FIN_WAIT_1 [FIN]",
      })
  @Order(7)
  @Hint("Check CLOSE in LISTEN, SYN_SENT and SYN_RECEIVED. Only SYN_RECEIVED sends a FIN.")
  void a_program_may_close_before_the_connection_stands(String life) {
    assertLives(life);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECEIVE_SYN -> CLOSED [RST], RECEIVE_FIN_ACK -> CLOSED [RST], RECEIVE_RST -> CLOSED []",
        "PASSIVE_OPEN -> LISTEN [], RECEIVE_ACK -> LISTEN [RST], RECEIVE_RST -> LISTEN []",
      })
  @Order(8)
  @Hint("A segment of no connection is answered with RST, but RST itself is never answered.")
  void what_belongs_to_no_connection_is_answered_with_a_reset(String life) {
    assertLives(life);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECEIVE_RST -> CLOSED []",
        "CLOSE -> FIN_WAIT_1 [FIN], RECEIVE_RST -> CLOSED []",
        "RECEIVE_FIN -> CLOSE_WAIT [ACK], RECEIVE_RST -> CLOSED []",
      })
  @Order(9)
  void a_reset_ends_the_connection(String rest) {
    assertLives("ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK], " + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSIVE_OPEN -> LISTEN [], RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK],"
            + " RECEIVE_RST -> LISTEN []",
        "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK],"
            + " RECEIVE_RST -> CLOSED []",
        "PASSIVE_OPEN -> LISTEN [], ACTIVE_OPEN -> SYN_SENT [SYN],"
            + " RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK], RECEIVE_RST -> CLOSED []",
        "PASSIVE_OPEN -> LISTEN [], CLOSE -> CLOSED [], ACTIVE_OPEN -> SYN_SENT [SYN],"
            + " RECEIVE_SYN -> SYN_RECEIVED [SYN_ACK], RECEIVE_RST -> CLOSED []",
      })
  @Order(10)
  @Hint("After a reset, a server listens again. So remember what SYN_RECEIVED came from last.")
  void a_reset_in_syn_received_leads_back_to_where_it_began(String life) {
    assertLives(life);
  }

  @Test
  @Order(11)
  @Hint("If the FIN comes again, our ACK was lost. Send it again.")
  void a_fin_that_comes_again_is_acknowledged_again() {
    assertLives(
        "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK],"
            + " RECEIVE_FIN -> CLOSE_WAIT [ACK], RECEIVE_FIN -> CLOSE_WAIT [ACK],"
            + " CLOSE -> LAST_ACK [FIN], RECEIVE_FIN -> LAST_ACK [ACK]");
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, CLOSE",
    "CLOSED, TIMEOUT_2MSL",
    "LISTEN, PASSIVE_OPEN",
    "SYN_SENT, RECEIVE_ACK",
    "ESTABLISHED, RECEIVE_SYN",
    "ESTABLISHED, ACTIVE_OPEN",
    "FIN_WAIT_1, CLOSE",
  })
  @Order(12)
  @Hint("If the table does not list the event, throw the exception before the state changes.")
  void an_event_that_the_table_does_not_list_is_refused(TcpState state, TcpEvent event) {
    assertLives(
        switch (state) {
          case LISTEN -> "PASSIVE_OPEN -> LISTEN []";
          case SYN_SENT -> "ACTIVE_OPEN -> SYN_SENT [SYN]";
          case ESTABLISHED -> "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK]";
          case FIN_WAIT_1 ->
              "ACTIVE_OPEN -> SYN_SENT [SYN], RECEIVE_SYN_ACK -> ESTABLISHED [ACK],"
                  + " CLOSE -> FIN_WAIT_1 [FIN]";
          default -> "RECEIVE_RST -> CLOSED []";
        });
    assertThat(happens(event)).as("on(%s) in %s", event, state).isEqualTo(REFUSED);
    assertThat(machine.state())
        .as("state() after on(%s) was refused in %s", event, state)
        .isEqualTo(state);
  }

  private void assertLives(String life) {
    String before = "";
    for (String step : life.split(", ")) {
      TcpEvent event = TcpEvent.valueOf(step.substring(0, step.indexOf(' ')));
      assertThat(happens(event))
          .as("on(%s)%s", event, before.isEmpty() ? " as the first event" : " after" + before)
          .isEqualTo(step.substring(step.indexOf('>') + 2));
      before += " " + event;
    }
  }

  /** Describes what an event does, so that a failure shows the state and the segments. */
  private String happens(TcpEvent event) {
    try {
      List<TcpSegment> sent = machine.on(event);
      return machine.state() + " " + sent;
    } catch (IllegalStateException refused) {
      return REFUSED;
    }
  }
}
