package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of one end of a TCP connection, from the first SYN to the last ACK.
 *
 * <p>An end of a connection is in one of eleven {@linkplain TcpState states}. {@linkplain TcpEvent
 * Events} move it to another state, or leave it where it is, and let it send {@linkplain TcpSegment
 * segments}. What each event does in each state stands in this table. It is simpler than the RFC,
 * and where the two differ, the table is right:
 *
 * <pre>{@code
 * in state       on event              ->  new state     [sent]
 *
 * CLOSED         PASSIVE_OPEN          ->  LISTEN        []
 * CLOSED         ACTIVE_OPEN           ->  SYN_SENT      [SYN]
 * CLOSED         RECEIVE_SYN           ->  CLOSED        [RST]
 * CLOSED         RECEIVE_SYN_ACK       ->  CLOSED        [RST]
 * CLOSED         RECEIVE_ACK           ->  CLOSED        [RST]
 * CLOSED         RECEIVE_FIN           ->  CLOSED        [RST]
 * CLOSED         RECEIVE_FIN_ACK       ->  CLOSED        [RST]
 * CLOSED         RECEIVE_RST           ->  CLOSED        []
 *
 * LISTEN         RECEIVE_SYN           ->  SYN_RECEIVED  [SYN_ACK]
 * LISTEN         ACTIVE_OPEN           ->  SYN_SENT      [SYN]
 * LISTEN         CLOSE                 ->  CLOSED        []
 * LISTEN         RECEIVE_SYN_ACK       ->  LISTEN        [RST]
 * LISTEN         RECEIVE_ACK           ->  LISTEN        [RST]
 * LISTEN         RECEIVE_RST           ->  LISTEN        []
 *
 * SYN_SENT       RECEIVE_SYN_ACK       ->  ESTABLISHED   [ACK]
 * SYN_SENT       RECEIVE_SYN           ->  SYN_RECEIVED  [SYN_ACK]
 * SYN_SENT       CLOSE                 ->  CLOSED        []
 * SYN_SENT       RECEIVE_RST           ->  CLOSED        []
 *
 * SYN_RECEIVED   RECEIVE_ACK           ->  ESTABLISHED   []
 * SYN_RECEIVED   RECEIVE_SYN_ACK       ->  ESTABLISHED   []
 * SYN_RECEIVED   CLOSE                 ->  FIN_WAIT_1    [FIN]
 * SYN_RECEIVED   RECEIVE_FIN_ACK       ->  CLOSE_WAIT    [ACK]
 * SYN_RECEIVED   RECEIVE_RST           ->  LISTEN        []       if it came from LISTEN
 * SYN_RECEIVED   RECEIVE_RST           ->  CLOSED        []       if it came from SYN_SENT
 *
 * ESTABLISHED    RECEIVE_ACK           ->  ESTABLISHED   []
 * ESTABLISHED    CLOSE                 ->  FIN_WAIT_1    [FIN]
 * ESTABLISHED    RECEIVE_FIN           ->  CLOSE_WAIT    [ACK]
 * ESTABLISHED    RECEIVE_FIN_ACK       ->  CLOSE_WAIT    [ACK]
 * ESTABLISHED    RECEIVE_RST           ->  CLOSED        []
 *
 * FIN_WAIT_1     RECEIVE_ACK           ->  FIN_WAIT_2    []
 * FIN_WAIT_1     RECEIVE_FIN           ->  CLOSING       [ACK]
 * FIN_WAIT_1     RECEIVE_FIN_ACK       ->  TIME_WAIT     [ACK]
 * FIN_WAIT_1     RECEIVE_RST           ->  CLOSED        []
 *
 * FIN_WAIT_2     RECEIVE_ACK           ->  FIN_WAIT_2    []
 * FIN_WAIT_2     RECEIVE_FIN           ->  TIME_WAIT     [ACK]
 * FIN_WAIT_2     RECEIVE_FIN_ACK       ->  TIME_WAIT     [ACK]
 * FIN_WAIT_2     RECEIVE_RST           ->  CLOSED        []
 *
 * CLOSE_WAIT     CLOSE                 ->  LAST_ACK      [FIN]
 * CLOSE_WAIT     RECEIVE_ACK           ->  CLOSE_WAIT    []
 * CLOSE_WAIT     RECEIVE_FIN           ->  CLOSE_WAIT    [ACK]
 * CLOSE_WAIT     RECEIVE_FIN_ACK       ->  CLOSE_WAIT    [ACK]
 * CLOSE_WAIT     RECEIVE_RST           ->  CLOSED        []
 *
 * CLOSING        RECEIVE_ACK           ->  TIME_WAIT     []
 * CLOSING        RECEIVE_FIN           ->  CLOSING       [ACK]
 * CLOSING        RECEIVE_FIN_ACK       ->  TIME_WAIT     [ACK]
 * CLOSING        RECEIVE_RST           ->  CLOSED        []
 *
 * LAST_ACK       RECEIVE_ACK           ->  CLOSED        []
 * LAST_ACK       RECEIVE_FIN           ->  LAST_ACK      [ACK]
 * LAST_ACK       RECEIVE_FIN_ACK       ->  CLOSED        [ACK]
 * LAST_ACK       RECEIVE_RST           ->  CLOSED        []
 *
 * TIME_WAIT      RECEIVE_ACK           ->  TIME_WAIT     []
 * TIME_WAIT      RECEIVE_FIN           ->  TIME_WAIT     [ACK]
 * TIME_WAIT      RECEIVE_FIN_ACK       ->  TIME_WAIT     [ACK]
 * TIME_WAIT      TIMEOUT_2MSL          ->  CLOSED        []
 * TIME_WAIT      RECEIVE_RST           ->  CLOSED        []
 * }</pre>
 *
 * <ul>
 *   <li>A new machine is in CLOSED, and two machines share nothing.
 *   <li>An event that the table doesn't list for the state is refused: it throws an {@code
 *       IllegalStateException} and changes nothing.
 *   <li>What SYN_RECEIVED came from is the state in which the SYN arrived. A listener that has
 *       turned to an active open before it got the SYN came from SYN_SENT, and what the machine did
 *       in earlier connections doesn't count.
 *   <li>A machine that is back in CLOSED or in LISTEN may be used again, as often as you like.
 * </ul>
 */
@Exercise(id = "3.2", title = "The life of a connection", rfc = "RFC 9293 §3.3.2, 3.5, 3.6, 3.10")
@Points(12)
public interface TcpStateMachine {

  /**
   * Gives the state. To ask changes nothing.
   *
   * @return the state after the last event, CLOSED before the first
   */
  TcpState state();

  /**
   * Lets an event happen: moves to the new state and gives what is sent.
   *
   * @param event what happens
   * @return what goes out because of this event alone, a list of one segment or none
   * @throws IllegalStateException if the table doesn't list the event for the state; then nothing
   *     changes
   */
  List<TcpSegment> on(TcpEvent event);

  /**
   * Lets many events happen, one after the other, the refused ones too. It works as it stands; you
   * need not write it.
   *
   * @param events what happens, in order
   * @return what each of them did, in the same order
   */
  default List<TcpStep> onAll(List<TcpEvent> events) {
    List<TcpStep> steps = new ArrayList<>();
    for (TcpEvent event : events) {
      Optional<List<TcpSegment>> sent;
      try {
        sent = Optional.of(List.copyOf(on(event)));
      } catch (IllegalStateException refused) {
        sent = Optional.empty();
      }
      steps.add(new TcpStep(state(), sent));
    }
    return steps;
  }
}
