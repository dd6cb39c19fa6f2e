package firsthop.grader.exams.tcp;

import firsthop.tcp.TcpEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes up long lives of machines. A life goes on with one of the events that have come most seldom
 * in its place, so that before long every event has come in every place; and since those after a
 * refusal are counted apart, every event has come straight after a refusal, too.
 */
final class RandomLives {
  /** How much oftener events come that lead to another place; else a life gets around slowly. */
  private static final int MOVES_PER_STAY = 8;

  private final TransitionTable table;
  private final SplittableRandom random;
  private final Map<String, Integer> tries = new HashMap<>();

  RandomLives(TransitionTable table, SplittableRandom random) {
    this.table = table;
    this.random = random;
  }

  /** Return the events of another new machine's life. */
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

  /** Return the event that has come most seldom, by lot if there are several. */
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
