package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final int MANY = 10_000;

  @Test
  void a_rule_takes_whole_words() {
    Script script = Script.calm().when(Direction.TO_SERVER, "ACK 2", 0, Fate.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 2")).isEqualTo(Fate.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 2 (odd)")).isEqualTo(Fate.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 25")).isEqualTo(Fate.PASSES);
    assertThat(script.decide(Direction.TO_CLIENT, "ACK 2")).isEqualTo(Fate.PASSES);
  }

  @Test
  void a_rule_with_a_count_takes_that_one_alone() {
    Script script =
        Script.calm()
            .when(Direction.TO_SERVER, "ACK", 2, Fate.LOST)
            .when(Direction.TO_SERVER, "ACK", 3, Fate.TWICE);
    assertThat(
            List.of(
                script.decide(Direction.TO_SERVER, "ACK 1"),
                script.decide(Direction.TO_SERVER, "ACK 2"),
                script.decide(Direction.TO_SERVER, "ACK 3"),
                script.decide(Direction.TO_SERVER, "ACK 4")))
        .containsExactly(Fate.PASSES, Fate.LOST, Fate.TWICE, Fate.PASSES);
  }

  @Test
  void of_several_rules_the_first_counts() {
    Script script =
        Script.calm()
            .when(Direction.TO_SERVER, "ACK 1", 1, Fate.TWICE)
            .when(Direction.TO_SERVER, "ACK", 0, Fate.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 1")).isEqualTo(Fate.TWICE);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 1")).isEqualTo(Fate.LOST);
  }

  @Test
  void the_same_seed_brings_the_same_fates_in_whatever_order_datagrams_come() {
    List<String> words = IntStream.range(0, 500).mapToObj(i -> "DATA " + i).toList();
    List<String> turned = new ArrayList<>(words);
    Collections.reverse(turned);
    Script one = Script.storm(new Seed(7), 20);
    Script two = Script.storm(new Seed(7), 20);
    List<Fate> fates = words.stream().map(word -> one.decide(Direction.TO_CLIENT, word)).toList();
    List<Fate> again =
        new ArrayList<>(
            turned.stream().map(word -> two.decide(Direction.TO_CLIENT, word)).toList());
    Collections.reverse(again);
    assertThat(again).isEqualTo(fates);
    Script other = Script.storm(new Seed(8), 20);
    assertThat(words.stream().map(word -> other.decide(Direction.TO_CLIENT, word)).toList())
        .as("another seed")
        .isNotEqualTo(fates);
  }

  @Test
  void a_storm_loses_about_as_many_as_it_says() {
    Script script = Script.storm(new Seed(1), 20);
    long lost =
        IntStream.range(0, MANY)
            .filter(i -> script.decide(Direction.TO_CLIENT, "DATA " + i).equals(Fate.LOST))
            .count();
    assertThat(lost).isBetween(MANY / 6L, MANY / 4L);
  }

  @Test
  void no_datagram_is_lost_four_times_in_a_row() {
    Script script = Script.storm(new Seed(1), 90);
    int row = 0;
    int longest = 0;
    for (int i = 0; i < MANY; i++) {
      boolean lost = script.decide(Direction.TO_CLIENT, "DATA 1").equals(Fate.LOST);
      row = lost ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    assertThat(longest).isEqualTo(3);
  }
}
