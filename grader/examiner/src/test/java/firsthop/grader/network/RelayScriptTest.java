package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayScriptTest {
  private static final int MANY = 10_000;

  @Test
  void a_rule_takes_whole_words() {
    RelayScript script = RelayScript.calm().when(Direction.TO_SERVER, "ACK 2", 0, PathAction.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 2")).isEqualTo(PathAction.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 2 (odd)")).isEqualTo(PathAction.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 25")).isEqualTo(PathAction.PASSES);
    assertThat(script.decide(Direction.TO_CLIENT, "ACK 2")).isEqualTo(PathAction.PASSES);
  }

  @Test
  void a_rule_with_a_count_takes_that_one_alone() {
    RelayScript script =
        RelayScript.calm()
            .when(Direction.TO_SERVER, "ACK", 2, PathAction.LOST)
            .when(Direction.TO_SERVER, "ACK", 3, PathAction.TWICE);
    assertThat(
            List.of(
                script.decide(Direction.TO_SERVER, "ACK 1"),
                script.decide(Direction.TO_SERVER, "ACK 2"),
                script.decide(Direction.TO_SERVER, "ACK 3"),
                script.decide(Direction.TO_SERVER, "ACK 4")))
        .containsExactly(PathAction.PASSES, PathAction.LOST, PathAction.TWICE, PathAction.PASSES);
  }

  @Test
  void of_several_rules_the_first_counts() {
    RelayScript script =
        RelayScript.calm()
            .when(Direction.TO_SERVER, "ACK 1", 1, PathAction.TWICE)
            .when(Direction.TO_SERVER, "ACK", 0, PathAction.LOST);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 1")).isEqualTo(PathAction.TWICE);
    assertThat(script.decide(Direction.TO_SERVER, "ACK 1")).isEqualTo(PathAction.LOST);
  }

  @Test
  void the_same_seed_brings_the_same_fates_in_whatever_order_datagrams_come() {
    List<String> words = IntStream.range(0, 500).mapToObj(i -> "DATA " + i).toList();
    List<String> turned = new ArrayList<>(words);
    Collections.reverse(turned);
    RelayScript one = RelayScript.storm(new Seed(7), 20);
    RelayScript two = RelayScript.storm(new Seed(7), 20);
    List<PathAction> fates =
        words.stream().map(word -> one.decide(Direction.TO_CLIENT, word)).toList();
    List<PathAction> again =
        new ArrayList<>(
            turned.stream().map(word -> two.decide(Direction.TO_CLIENT, word)).toList());
    Collections.reverse(again);
    assertThat(again).isEqualTo(fates);
    RelayScript other = RelayScript.storm(new Seed(8), 20);
    assertThat(words.stream().map(word -> other.decide(Direction.TO_CLIENT, word)).toList())
        .as("another seed")
        .isNotEqualTo(fates);
  }

  @Test
  void a_storm_loses_about_as_many_as_it_says() {
    RelayScript script = RelayScript.storm(new Seed(1), 20);
    long lost =
        IntStream.range(0, MANY)
            .filter(i -> script.decide(Direction.TO_CLIENT, "DATA " + i).equals(PathAction.LOST))
            .count();
    assertThat(lost).isBetween(MANY / 6L, MANY / 4L);
  }

  @Test
  void no_datagram_is_lost_four_times_in_a_row() {
    RelayScript script = RelayScript.storm(new Seed(1), 90);
    int row = 0;
    int longest = 0;
    for (int i = 0; i < MANY; i++) {
      boolean lost = script.decide(Direction.TO_CLIENT, "DATA 1").equals(PathAction.LOST);
      row = lost ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    assertThat(longest).isEqualTo(3);
  }
}
