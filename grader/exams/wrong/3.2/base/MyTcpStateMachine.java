package firsthop.tcp;

import static firsthop.tcp.TcpSegment.*;
import static firsthop.tcp.TcpState.*;

import java.util.List;

public class MyTcpStateMachine implements TcpStateMachine {
  private TcpState state = CLOSED;
  private boolean passive;

  @Override
  public TcpState state() {
    return state;
  }

  @Override
  public List<TcpSegment> on(TcpEvent event) {
    switch (state) {
      case CLOSED:
        switch (event) {
          case PASSIVE_OPEN:
            return go(LISTEN);
          case ACTIVE_OPEN:
            return go(SYN_SENT, SYN);
          case RECEIVE_RST:
            return go(CLOSED);
          case RECEIVE_SYN:
          case RECEIVE_SYN_ACK:
          case RECEIVE_ACK:
          case RECEIVE_FIN:
          case RECEIVE_FIN_ACK:
            return go(CLOSED, RST);
          default:
            break;
        }
        break;
      case LISTEN:
        switch (event) {
          case RECEIVE_SYN:
            passive = true;
            return go(SYN_RECEIVED, SYN_ACK);
          case ACTIVE_OPEN:
            return go(SYN_SENT, SYN);
          case CLOSE:
            return go(CLOSED);
          case RECEIVE_RST:
            return go(LISTEN);
          case RECEIVE_ACK:
          case RECEIVE_SYN_ACK:
            return go(LISTEN, RST);
          default:
            break;
        }
        break;
      case SYN_SENT:
        switch (event) {
          case RECEIVE_SYN_ACK:
            return go(ESTABLISHED, ACK);
          case RECEIVE_SYN:
            passive = false;
            return go(SYN_RECEIVED, SYN_ACK);
          case CLOSE:
            return go(CLOSED);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case SYN_RECEIVED:
        switch (event) {
          case RECEIVE_ACK:
            return go(ESTABLISHED);
          case RECEIVE_SYN_ACK:
            return go(ESTABLISHED);
          case CLOSE:
            return go(FIN_WAIT_1, FIN);
          case RECEIVE_FIN_ACK:
            return go(CLOSE_WAIT, ACK);
          case RECEIVE_RST:
            return go(passive ? LISTEN : CLOSED);
          default:
            break;
        }
        break;
      case ESTABLISHED:
        switch (event) {
          case RECEIVE_ACK:
            return go(ESTABLISHED);
          case CLOSE:
            return go(FIN_WAIT_1, FIN);
          case RECEIVE_FIN:
          case RECEIVE_FIN_ACK:
            return go(CLOSE_WAIT, ACK);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case FIN_WAIT_1:
        switch (event) {
          case RECEIVE_ACK:
            return go(FIN_WAIT_2);
          case RECEIVE_FIN:
            return go(CLOSING, ACK);
          case RECEIVE_FIN_ACK:
            return go(TIME_WAIT, ACK);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case FIN_WAIT_2:
        switch (event) {
          case RECEIVE_ACK:
            return go(FIN_WAIT_2);
          case RECEIVE_FIN:
          case RECEIVE_FIN_ACK:
            return go(TIME_WAIT, ACK);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case CLOSE_WAIT:
        switch (event) {
          case RECEIVE_ACK:
            return go(CLOSE_WAIT);
          case RECEIVE_FIN:
          case RECEIVE_FIN_ACK:
            return go(CLOSE_WAIT, ACK);
          case CLOSE:
            return go(LAST_ACK, FIN);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case CLOSING:
        switch (event) {
          case RECEIVE_ACK:
            return go(TIME_WAIT);
          case RECEIVE_FIN_ACK:
            return go(TIME_WAIT, ACK);
          case RECEIVE_FIN:
            return go(CLOSING, ACK);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case LAST_ACK:
        switch (event) {
          case RECEIVE_ACK:
            return go(CLOSED);
          case RECEIVE_FIN_ACK:
            return go(CLOSED, ACK);
          case RECEIVE_FIN:
            return go(LAST_ACK, ACK);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
      case TIME_WAIT:
        switch (event) {
          case RECEIVE_ACK:
            return go(TIME_WAIT);
          case RECEIVE_FIN:
          case RECEIVE_FIN_ACK:
            return go(TIME_WAIT, ACK);
          case TIMEOUT_2MSL:
            return go(CLOSED);
          case RECEIVE_RST:
            return go(CLOSED);
          default:
            break;
        }
        break;
    }
    throw new IllegalStateException(event + " in " + state);
  }

  private List<TcpSegment> go(TcpState next, TcpSegment... sent) {
    state = next;
    return List.of(sent);
  }
}
