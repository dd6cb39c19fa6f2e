package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of one end of a TCP connection, from the first SYN to the last ACK.
 *
 * <p>One end of a connection is in one of eleven {@linkplain TcpState states}. An {@linkplain
 * TcpEvent event} moves it to another state or leaves it in the same state, and may make it send a
 * {@linkplain TcpSegment segment}. This table says what each event does in each state. The table is
 * simpler than the RFC. Where the two differ, the table is right:
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
 *   <li>A new machine is in CLOSED. Two machines share nothing.
 *   <li>An event that the table does not list for the state is refused: the machine throws an
 *       {@code IllegalStateException}, and nothing changes.
 *   <li>"It came from" means the state in which the SYN arrived. For example, a listener may change
 *       to an active open before it gets the SYN; then it came from SYN_SENT. What the machine did
 *       in earlier connections does not count.
 *   <li>A machine that is in CLOSED or in LISTEN again can be used again, as often as you like.
 * </ul>
 */
@Exercise(id = "3.2", title = "The life of a connection", rfc = "RFC 9293 §3.3.2, 3.5, 3.6, 3.10")
@Points(12)
public interface TcpStateMachine {

  /**
   * Returns the state. This call changes nothing.
   *
   * @return the state after the last event, or CLOSED before the first event
   */
  TcpState state();

  /**
   * Handles an event: moves to the new state and returns what is sent.
   *
   * @param event the event
   * @return what this event sends, a list of one segment or none
   * @throws IllegalStateException if the table does not list the event for the state; then nothing
   *     changes
   */
  List<TcpSegment> on(TcpEvent event);

  /**
   * Handles many events, one after the other. It goes on after a refused event. This method is
   * complete; you need not write it.
   *
   * @param events the events, in order
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
