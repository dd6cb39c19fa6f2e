package firsthop.tool.relay;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tool.CommandWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FateSequenceTest {
  private static final int MANY = 10_000;

  @Test
  void the_same_seed_gives_the_same_fates_and_another_seed_others() throws Exception {
    List<Fate> fates = fates(true, "--loss", "20%", "--reorder=10%", "--seed", "7");
    assertThat(fates(true, "--loss", "20%", "--reorder=10%", "--seed", "7")).isEqualTo(fates);
    assertThat(fates(true, "--loss", "20%", "--reorder=10%", "--seed", "8")).isNotEqualTo(fates);
    assertThat(fates(false, "--loss", "20%", "--reorder=10%", "--seed", "7")).isNotEqualTo(fates);
  }

  @Test
  void the_share_is_the_one_asked_for_and_0_and_100_are_exact() throws Exception {
    assertThat(fates(true, "--loss", "20%")).filteredOn(Fate::lost).hasSizeBetween(1_800, 2_200);
    assertThat(fates(true)).containsOnly(Fate.PASSED);
    assertThat(fates(true, "--loss", "100")).allMatch(Fate::lost);
  }

  @Test
  void another_kind_of_fate_does_not_change_which_datagrams_are_lost() throws Exception {
    List<Boolean> lost = fates(true, "--loss", "30%").stream().map(Fate::lost).toList();
    assertThat(fates(true, "--loss", "30%", "--repeat", "50%").stream().map(Fate::lost))
        .containsExactlyElementsOf(lost);
  }

  private static List<Fate> fates(boolean toServer, String... words) throws Exception {
    CommandWords sorted = CommandWords.of(List.of(words), FateSequence.OPTIONS);
    FateSequence sequence = new FateSequence(FateSequence.Shares.of(sorted), toServer);
    return Stream.generate(sequence::next).limit(MANY).toList();
  }
}
