package firsthop.tcp;

import java.util.List;

/**
 * Writes the table as a {@code switch} in a {@code switch}: one method for each state, and one line
 * for each row or for rows with equal results. The compiler checks that no state is missing, and a
 * reader can compare the code with the table line by line. Each row only <em>says</em> what will
 * happen, as a {@link Move}. The method {@code on} does it at its end, and a refused event never
 * gets there. So there is nothing to undo.
 *
 * <p>The table needs one thing that the state does not contain: what SYN_RECEIVED came from. It is
 * written down when the SYN arrives, and at no other time. So an old value is never used.
 *
 * <p>There are other ways. One is a map from state and event to move, which is filled once; it is
 * shorter if the rows come from a file. Another is twelve states, with two for SYN_RECEIVED, so
 * that the state alone decides. A class for each state, as in books about design patterns, spreads
 * the table over eleven files.
 */
public final class MyTcpStateMachine implements TcpStateMachine {
  private TcpState state = TcpState.CLOSED;
  private TcpState synArrivedIn = TcpState.CLOSED;

  /** Creates a machine in CLOSED. */
  public MyTcpStateMachine() {}

  @Override
  public TcpState state() {
    return state;
  }

  @Override
  public List<TcpSegment> on(TcpEvent event) {
    Move move =
        switch (state) {
          case CLOSED -> inClosed(event);
          case LISTEN -> inListen(event);
          case SYN_SENT -> inSynSent(event);
          case SYN_RECEIVED -> inSynReceived(event);
          case ESTABLISHED -> inEstablished(event);
          case FIN_WAIT_1 -> inFinWait1(event);
          case FIN_WAIT_2 -> inFinWait2(event);
          case CLOSE_WAIT -> inCloseWait(event);
          case CLOSING -> inClosing(event);
          case LAST_ACK -> inLastAck(event);
          case TIME_WAIT -> inTimeWait(event);
        };
    if (move.next == TcpState.SYN_RECEIVED) {
      synArrivedIn = state;
    }
    state = move.next;
    return move.sent;
  }

  /** A row of the table: the new state and what is sent. */
  private record Move(TcpState next, List<TcpSegment> sent) {}

  private Move inClosed(TcpEvent event) {
    return switch (event) {
      case PASSIVE_OPEN -> to(TcpState.LISTEN);
      case ACTIVE_OPEN -> to(TcpState.SYN_SENT, TcpSegment.SYN);
      case RECEIVE_SYN, RECEIVE_SYN_ACK, RECEIVE_ACK, RECEIVE_FIN, RECEIVE_FIN_ACK ->
          to(TcpState.CLOSED, TcpSegment.RST);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inListen(TcpEvent event) {
    return switch (event) {
      case RECEIVE_SYN -> to(TcpState.SYN_RECEIVED, TcpSegment.SYN_ACK);
      case ACTIVE_OPEN -> to(TcpState.SYN_SENT, TcpSegment.SYN);
      case CLOSE -> to(TcpState.CLOSED);
      case RECEIVE_SYN_ACK, RECEIVE_ACK -> to(TcpState.LISTEN, TcpSegment.RST);
      case RECEIVE_RST -> to(TcpState.LISTEN);
      default -> throw refusal(event);
    };
  }

  private Move inSynSent(TcpEvent event) {
    return switch (event) {
      case RECEIVE_SYN_ACK -> to(TcpState.ESTABLISHED, TcpSegment.ACK);
      case RECEIVE_SYN -> to(TcpState.SYN_RECEIVED, TcpSegment.SYN_ACK);
      case CLOSE, RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inSynReceived(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK, RECEIVE_SYN_ACK -> to(TcpState.ESTABLISHED);
      case CLOSE -> to(TcpState.FIN_WAIT_1, TcpSegment.FIN);
      case RECEIVE_FIN_ACK -> to(TcpState.CLOSE_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(synArrivedIn == TcpState.LISTEN ? TcpState.LISTEN : TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inEstablished(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> to(TcpState.ESTABLISHED);
      case CLOSE -> to(TcpState.FIN_WAIT_1, TcpSegment.FIN);
      case RECEIVE_FIN, RECEIVE_FIN_ACK -> to(TcpState.CLOSE_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inFinWait1(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> to(TcpState.FIN_WAIT_2);
      case RECEIVE_FIN -> to(TcpState.CLOSING, TcpSegment.ACK);
      case RECEIVE_FIN_ACK -> to(TcpState.TIME_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inFinWait2(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> to(TcpState.FIN_WAIT_2);
      case RECEIVE_FIN, RECEIVE_FIN_ACK -> to(TcpState.TIME_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inCloseWait(TcpEvent event) {
    return switch (event) {
      case CLOSE -> to(TcpState.LAST_ACK, TcpSegment.FIN);
      case RECEIVE_ACK -> to(TcpState.CLOSE_WAIT);
      case RECEIVE_FIN, RECEIVE_FIN_ACK -> to(TcpState.CLOSE_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inClosing(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> to(TcpState.TIME_WAIT);
      case RECEIVE_FIN -> to(TcpState.CLOSING, TcpSegment.ACK);
      case RECEIVE_FIN_ACK -> to(TcpState.TIME_WAIT, TcpSegment.ACK);
      case RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private Move inLastAck(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK, RECEIVE_RST -> to(TcpState.CLOSED);
      case RECEIVE_FIN -> to(TcpState.LAST_ACK, TcpSegment.ACK);
      case RECEIVE_FIN_ACK -> to(TcpState.CLOSED, TcpSegment.ACK);
      default -> throw refusal(event);
    };
  }

  private Move inTimeWait(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> to(TcpState.TIME_WAIT);
      case RECEIVE_FIN, RECEIVE_FIN_ACK -> to(TcpState.TIME_WAIT, TcpSegment.ACK);
      case TIMEOUT_2MSL, RECEIVE_RST -> to(TcpState.CLOSED);
      default -> throw refusal(event);
    };
  }

  private static Move to(TcpState next, TcpSegment... sent) {
    return new Move(next, List.of(sent));
  }

  private IllegalStateException refusal(TcpEvent event) {
    return new IllegalStateException("there is no row for " + event + " in " + state);
  }
}
