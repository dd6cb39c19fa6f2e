package firsthop.grader.exams.tcp;

import firsthop.tcp.TcpEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates long random sequences of events for one machine. Each next event is one of the events
 * that have come most rarely in the present place of the table. So every event soon comes in every
 * place. Events directly after a refusal are counted separately, so every event also comes directly
 * after a refusal.
 */
final class RandomEventSequences {
  /** Events that lead to another place come so much more often; they reach all places sooner. */
  private static final int MOVES_PER_STAY = 8;

  private final TransitionTable table;
  private final SplittableRandom random;
  private final Map<String, Integer> tries = new HashMap<>();

  RandomEventSequences(TransitionTable table, SplittableRandom random) {
    this.table = table;
    this.random = random;
  }

  /** Returns a sequence of events for another new machine. */
  List<TcpEvent> next(int length) {
    List<TcpEvent> events = new ArrayList<>();
    String place = TransitionTable.START;
    boolean afterRefusal = false;
    while (events.size() < length) {
      String here = place + (afterRefusal ? " after a refusal " : " ");
      TcpEvent event = rarest(here);
      events.add(event);
      TransitionTable.Row row = table.row(place, event);
      tries.merge(here + event, row.next().equals(place) ? MOVES_PER_STAY : 1, Integer::sum);
      place = row.next();
      afterRefusal = row.refuses();
    }
    return events;
  }

  /** Returns the event that has come most rarely; a random one if there are several. */
  private TcpEvent rarest(String here) {
    TcpEvent rarest = TcpEvent.CLOSE;
    double fewest = Double.MAX_VALUE;
    for (TcpEvent event : TcpEvent.values()) {
      double rank = tries.getOrDefault(here + event, 0) + random.nextDouble();
      if (rank < fewest) {
        fewest = rank;
        rarest = event;
      }
    }
    return rarest;
  }
}
