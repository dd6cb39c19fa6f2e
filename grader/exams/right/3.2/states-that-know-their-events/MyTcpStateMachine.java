// Each of twelve stages knows what it does with an event; SYN_RECEIVED is two of them.
package firsthop.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

public class MyTcpStateMachine implements TcpStateMachine {
  private final List<TcpSegment> outbox = new ArrayList<>();
  private Stage stage = Stage.CLOSED;

  @Override
  public TcpState state() {
    return stage.shown;
  }

  @Override
  public List<TcpSegment> on(TcpEvent event) {
    outbox.clear();
    Stage next = stage.behaviour.apply(this, event);
    if (next == null) {
      throw new IllegalStateException(stage + " does not know " + event);
    }
    stage = next;
    return new ArrayList<>(outbox);
  }

  private Stage send(TcpSegment segment, Stage next) {
    outbox.add(segment);
    return next;
  }

  private enum Stage {
    CLOSED(TcpState.CLOSED, MyTcpStateMachine::closed),
    LISTEN(TcpState.LISTEN, MyTcpStateMachine::listen),
    SYN_SENT(TcpState.SYN_SENT, MyTcpStateMachine::synSent),
    SERVER_SYN_RECEIVED(TcpState.SYN_RECEIVED, (m, e) -> m.synReceived(e, Stage.LISTEN)),
    CLIENT_SYN_RECEIVED(TcpState.SYN_RECEIVED, (m, e) -> m.synReceived(e, Stage.CLOSED)),
    ESTABLISHED(TcpState.ESTABLISHED, MyTcpStateMachine::established),
    FIN_WAIT_1(TcpState.FIN_WAIT_1, MyTcpStateMachine::finWait1),
    FIN_WAIT_2(TcpState.FIN_WAIT_2, MyTcpStateMachine::finWait2),
    CLOSE_WAIT(TcpState.CLOSE_WAIT, MyTcpStateMachine::closeWait),
    CLOSING(TcpState.CLOSING, MyTcpStateMachine::closing),
    LAST_ACK(TcpState.LAST_ACK, MyTcpStateMachine::lastAck),
    TIME_WAIT(TcpState.TIME_WAIT, MyTcpStateMachine::timeWait);

    final TcpState shown;
    final BiFunction<MyTcpStateMachine, TcpEvent, Stage> behaviour;

    Stage(TcpState shown, BiFunction<MyTcpStateMachine, TcpEvent, Stage> behaviour) {
      this.shown = shown;
      this.behaviour = behaviour;
    }
  }

  private static boolean isReset(TcpEvent event) {
    return event == TcpEvent.RECEIVE_RST;
  }

  private static boolean isFin(TcpEvent event) {
    return event == TcpEvent.RECEIVE_FIN || event == TcpEvent.RECEIVE_FIN_ACK;
  }

  private Stage closed(TcpEvent event) {
    if (isReset(event)) {
      return Stage.CLOSED;
    }
    if (event.name().startsWith("RECEIVE_")) {
      return send(TcpSegment.RST, Stage.CLOSED);
    }
    return switch (event) {
      case ACTIVE_OPEN -> send(TcpSegment.SYN, Stage.SYN_SENT);
      case PASSIVE_OPEN -> Stage.LISTEN;
      default -> null;
    };
  }

  private Stage listen(TcpEvent event) {
    if (isReset(event)) {
      return Stage.LISTEN;
    }
    return switch (event) {
      case CLOSE -> Stage.CLOSED;
      case ACTIVE_OPEN -> send(TcpSegment.SYN, Stage.SYN_SENT);
      case RECEIVE_SYN -> send(TcpSegment.SYN_ACK, Stage.SERVER_SYN_RECEIVED);
      case RECEIVE_ACK, RECEIVE_SYN_ACK -> send(TcpSegment.RST, Stage.LISTEN);
      default -> null;
    };
  }

  private Stage synSent(TcpEvent event) {
    return switch (event) {
      case CLOSE, RECEIVE_RST -> Stage.CLOSED;
      case RECEIVE_SYN -> send(TcpSegment.SYN_ACK, Stage.CLIENT_SYN_RECEIVED);
      case RECEIVE_SYN_ACK -> send(TcpSegment.ACK, Stage.ESTABLISHED);
      default -> null;
    };
  }

  private Stage synReceived(TcpEvent event, Stage back) {
    if (isReset(event)) {
      return back;
    }
    if (event == TcpEvent.RECEIVE_FIN) {
      return null;
    }
    return event == TcpEvent.RECEIVE_SYN_ACK ? Stage.ESTABLISHED : established(event);
  }

  private Stage established(TcpEvent event) {
    if (event == TcpEvent.RECEIVE_ACK) {
      return Stage.ESTABLISHED;
    }
    if (event == TcpEvent.CLOSE) {
      return send(TcpSegment.FIN, Stage.FIN_WAIT_1);
    }
    return finOrReset(event, Stage.CLOSE_WAIT);
  }

  private Stage finWait1(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> Stage.FIN_WAIT_2;
      case RECEIVE_FIN -> send(TcpSegment.ACK, Stage.CLOSING);
      default -> finOrReset(event, Stage.TIME_WAIT);
    };
  }

  private Stage finWait2(TcpEvent event) {
    return event == TcpEvent.RECEIVE_ACK ? Stage.FIN_WAIT_2 : finOrReset(event, Stage.TIME_WAIT);
  }

  private Stage closeWait(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> Stage.CLOSE_WAIT;
      case CLOSE -> send(TcpSegment.FIN, Stage.LAST_ACK);
      default -> finOrReset(event, Stage.CLOSE_WAIT);
    };
  }

  private Stage closing(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> Stage.TIME_WAIT;
      case RECEIVE_FIN -> send(TcpSegment.ACK, Stage.CLOSING);
      default -> finOrReset(event, Stage.TIME_WAIT);
    };
  }

  private Stage lastAck(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> Stage.CLOSED;
      case RECEIVE_FIN -> send(TcpSegment.ACK, Stage.LAST_ACK);
      default -> finOrReset(event, Stage.CLOSED);
    };
  }

  private Stage timeWait(TcpEvent event) {
    return switch (event) {
      case RECEIVE_ACK -> Stage.TIME_WAIT;
      case TIMEOUT_2MSL -> Stage.CLOSED;
      default -> finOrReset(event, Stage.TIME_WAIT);
    };
  }

  private Stage finOrReset(TcpEvent event, Stage afterFin) {
    if (isFin(event)) {
      return send(TcpSegment.ACK, afterFin);
    }
    return isReset(event) ? Stage.CLOSED : null;
  }
}
