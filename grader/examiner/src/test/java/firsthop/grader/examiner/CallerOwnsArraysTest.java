package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.exam.ArrayOwner;
import firsthop.grader.examiner.vault.MyShelf;
import firsthop.grader.examiner.vault.Shelf;
import firsthop.grader.examiner.vault.Shelf.Box;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A caller that owns its arrays sees who changes, keeps or shares them, here and in a candidate.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallerOwnsArraysTest {
  private enum Place {
    CANDIDATE,
    THIS_PROCESS
  }

  private LinkedCandidate candidate;

  @BeforeEach
  void start() throws IOException {
    candidate = LinkedCandidate.withAgent(VaultClasses.bytes());
  }

  @AfterEach
  void end() throws IOException {
    candidate.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_leaves_arrays_alone_answers_as_ever(Place place) {
    Shelf shelf = shelf(place, true);
    byte[] array = {1, 2, 3};
    assertThat(shelf.reversed(array)).containsExactly(3, 2, 1);
    shelf.keepCopy(array);
    assertThat(shelf.kept()).containsExactly(1, 2, 3);
    assertThat(array).as("the caller's own array").containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void a_changed_argument_fails_the_call_whether_it_returns_or_throws(Place place) {
    Shelf shelf = shelf(place, true);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> shelf.reversedInPlace(new byte[] {1, 2, 3}))
        .withMessageContaining("reversedInPlace")
        .withMessageContaining("changed");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> shelf.refuseAndChange(new byte[] {1}))
        .withMessageContaining("refuseAndChange");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_shared_or_kept_is_wrong_from_then_on(Place place) {
    Shelf shelf = shelf(place, true);
    assertThat(shelf.argumentItself(new byte[] {1})).containsExactly(~1);
    byte[] first = shelf.oneForAll();
    assertThat(shelf.oneForAll()).isNotEqualTo(first);
    byte[] twice = shelf.oneForAllTwice().get(0);
    assertThat(shelf.oneForAllTwice().get(0)).isNotEqualTo(twice);
    shelf.keepItself(List.of(new Box(new byte[] {5})));
    assertThat(shelf.kept()).containsExactly(~5);
  }

  @ParameterizedTest
  @EnumSource
  void any_other_caller_sees_none_of_it(Place place) {
    Shelf shelf = shelf(place, false);
    assertThat(shelf.reversedInPlace(new byte[] {1, 2, 3})).containsExactly(3, 2, 1);
    assertThat(shelf.argumentItself(new byte[] {1})).containsExactly(1);
    byte[] first = shelf.oneForAll();
    assertThat(shelf.oneForAll()).isEqualTo(first);
    shelf.keepItself(List.of(new Box(new byte[] {5})));
    assertThat(shelf.kept()).containsExactly(5);
  }

  private Shelf shelf(Place place, boolean ownsArrays) {
    if (place == Place.CANDIDATE) {
      return candidate.subject(Shelf.class, LinkedCandidate.run(), ownsArrays);
    }
    Shelf shelf = new MyShelf();
    return ownsArrays ? (Shelf) ArrayOwner.of(Shelf.class, shelf) : shelf;
  }
}
