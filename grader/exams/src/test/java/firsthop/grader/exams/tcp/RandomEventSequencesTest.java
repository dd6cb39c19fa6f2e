package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.TcpEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomEventSequencesTest {
  private static final int SEEDS = 100;

  /** The number of sequences in the exam. */
  private static final int SEQUENCES = 2;

  private static final int LENGTH = 1_000;

  private final TransitionTable table = new TransitionTable();

  @Test
  void every_event_comes_in_every_place_and_straight_after_a_refusal_too() {
    int situations = TransitionTableTest.PLACES.size() * TcpEvent.values().length * 2;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomEventSequences sequences = new RandomEventSequences(table, new SplittableRandom(seed));
      Set<String> met = new HashSet<>();
      for (int i = 0; i < SEQUENCES; i++) {
        String place = TransitionTable.START;
        boolean afterRefusal = false;
        for (TcpEvent event : sequences.next(LENGTH)) {
          met.add(event + " in " + place + ", after a refusal: " + afterRefusal);
          TransitionTable.Row row = table.row(place, event);
          place = row.next();
          afterRefusal = row.refuses();
        }
      }
      assertThat(met)
          .as("the situations of two event sequences with the seed %d", seed)
          .hasSize(situations);
    }
  }
}
