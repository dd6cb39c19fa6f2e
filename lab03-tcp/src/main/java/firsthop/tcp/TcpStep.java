package firsthop.tcp;

import java.util.List;
import java.util.Optional;

/**
 * What one event did to a {@link TcpStateMachine}.
 *
 * @param state the state after the event
 * @param sent the segments that the event sent, in order, perhaps none; an empty {@code Optional}
 *     if the event was refused
 */
public record TcpStep(TcpState state, Optional<List<TcpSegment>> sent) {}
