package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.FromExaminer.CandidateWanted;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CandidateHostTest {
  private static final int DEADLINE_SECONDS = 20;
  private static final ToCandidate.Classes CLASSES =
      new ToCandidate.Classes(Map.of("lab.X", new byte[] {1}), Map.of("lab.MyX", new byte[] {2}));
  private static final Duration LONG = Duration.ofSeconds(DEADLINE_SECONDS);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
  private FakeGrader grader;

  @BeforeEach
  void start() throws IOException {
    grader = new FakeGrader();
  }

  @AfterEach
  void end() throws IOException {
    grader.close();
    executor.shutdownNow();
  }

  @Test
  void the_one_with_the_token_is_taken_and_gets_the_classes() throws Exception {
    CandidateHost host = host(LONG, LONG);
    Future<CandidateLink> link = executor.submit(host::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket candidate = arriving(wanted, wanted.token())) {
      ToCandidate.Classes classes = (ToCandidate.Classes) heard(candidate);
      assertThat(classes.given()).containsKey("lab.X");
      assertThat(classes.handedIn()).containsKey("lab.MyX");
      assertThat(taken(link).lost()).isFalse();
      assertThat(host.link()).as("the same candidate serves the next test").isSameAs(taken(link));
    }
  }

  @Test
  void the_door_is_closed_once_the_candidate_has_come() throws Exception {
    Future<CandidateLink> link = executor.submit(host(LONG, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket candidate = arriving(wanted, wanted.token())) {
      assertThat(candidate.isConnected()).isTrue();
      taken(link);
      assertThatThrownBy(() -> arriving(wanted, wanted.token()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_wrong_token_is_turned_away_and_the_right_one_after_it_taken() throws Exception {
    Future<CandidateLink> link = executor.submit(host(LONG, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    String token = wanted.token();
    for (String wrong :
        new String[] {
          "0".repeat(token.length()), token.toUpperCase(Locale.ROOT) + "0", "x" + token
        }) {
      try (Socket stranger = arriving(wanted, wrong)) {
        assertTurnedAway(stranger);
      }
    }
    try (Socket candidate = arriving(wanted, token)) {
      assertThat(heard(candidate)).isInstanceOf(ToCandidate.Classes.class);
      taken(link);
    }
  }

  @Test
  void a_part_of_the_token_is_not_enough() throws Exception {
    Future<CandidateLink> link = executor.submit(host(LONG, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket stranger =
        arriving(wanted, wanted.token().substring(0, wanted.token().length() - 1))) {
      stranger.shutdownOutput();
      assertTurnedAway(stranger);
    }
    try (Socket candidate = arriving(wanted, wanted.token())) {
      assertThat(candidate.isConnected()).isTrue();
      taken(link);
    }
  }

  @Test
  void a_silent_connection_holds_up_the_candidate_only_for_a_while() throws Exception {
    Future<CandidateLink> link = executor.submit(host(LONG, SHORT)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket silent = arriving(wanted, "");
        Socket candidate = arriving(wanted, wanted.token())) {
      assertTurnedAway(silent);
      assertThat(heard(candidate)).isInstanceOf(ToCandidate.Classes.class);
      taken(link);
    }
  }

  @Test
  void a_connection_that_trickles_gets_no_more_time_than_a_silent_one() throws Exception {
    Future<CandidateLink> link = executor.submit(host(LONG, SHORT)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket trickling = arriving(wanted, "");
        Socket candidate = arriving(wanted, wanted.token())) {
      // A byte of the right token whenever half of the time is over: each read has its answer.
      PrimitiveIterator.OfInt letters = wanted.token().chars().iterator();
      executor.scheduleAtFixedRate(
          () -> show(trickling, (char) letters.nextInt()),
          0,
          SHORT.toMillis() / 2,
          TimeUnit.MILLISECONDS);
      assertTurnedAway(trickling);
      assertThat(heard(candidate)).isInstanceOf(ToCandidate.Classes.class);
      taken(link);
    }
  }

  @Test
  void when_nobody_comes_there_is_one_clear_exception_and_the_door_is_closed() throws Exception {
    Future<CandidateLink> link = executor.submit(host(SHORT, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    assertNobodyCame(link);
    assertThatThrownBy(() -> arriving(wanted, wanted.token())).isInstanceOf(ConnectException.class);
  }

  @Test
  void strangers_without_end_do_not_keep_the_door_open() throws Exception {
    Future<CandidateLink> link = executor.submit(host(SHORT, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    Future<?> strangers =
        executor.submit(
            () -> {
              while (true) {
                arriving(wanted, "0".repeat(wanted.token().length())).close();
              }
            });
    assertNobodyCame(link);
    assertThatThrownBy(() -> strangers.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void a_silent_stranger_does_not_outstay_the_arrival_time() throws Exception {
    Future<CandidateLink> link = executor.submit(host(SHORT, LONG)::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket silent = arriving(wanted, "")) {
      assertNobodyCame(link);
      assertTurnedAway(silent);
    }
  }

  @Test
  void a_lost_candidate_is_seen_off_and_another_invited_with_another_token() throws Exception {
    CandidateHost host = host(LONG, LONG);
    Future<CandidateLink> first = executor.submit(host::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    arriving(wanted, wanted.token()).close();
    awaitLoss(taken(first));

    Future<CandidateLink> second = executor.submit(host::link);
    assertThat(grader.hear(FromExaminer.CandidateDone.class).exited()).isTrue();
    grader.say(new ToExaminer.CandidateGone("exit status 1"));
    CandidateWanted again = grader.hear(CandidateWanted.class);
    assertThat(again.token()).isNotEqualTo(wanted.token());
    try (Socket late = arriving(again, wanted.token())) {
      assertTurnedAway(late);
    }
    try (Socket candidate = arriving(again, again.token())) {
      assertThat(candidate.isConnected()).isTrue();
      assertThat(taken(second)).isNotSameAs(taken(first));
    }
  }

  @Test
  void a_candidate_is_dismissed_once_and_its_end_awaited() throws Exception {
    CandidateHost host = host(LONG, LONG);
    assertThat(host.end()).as("nobody is there").isEmpty();
    Future<CandidateLink> link = executor.submit(host::link);
    CandidateWanted wanted = grader.hear(CandidateWanted.class);
    try (Socket candidate = arriving(wanted, wanted.token())) {
      taken(link);
      host.dismiss(host.current());
      host.dismiss(host.current());
      assertThat(grader.hear(FromExaminer.CandidateDone.class).exited()).isFalse();
      assertThat(heard(candidate)).isInstanceOf(ToCandidate.Classes.class);
      assertThat(candidate.getInputStream().read()).isEqualTo(-1);
      grader.say(new ToExaminer.CandidateGone("killed"));
      assertThat(host.end()).isEqualTo("killed");
      assertThat(host.current()).isNull();
      assertThat(host.end()).isEmpty();
    }
  }

  private CandidateHost host(Duration arrival, Duration presentation) {
    return new CandidateHost(grader.asSeen, CLASSES, arrival, presentation);
  }

  private static Socket arriving(CandidateWanted wanted, String shown) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), wanted.port());
    socket.setSoTimeout(DEADLINE_SECONDS * 1_000);
    socket.getOutputStream().write(shown.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void show(Socket socket, char letter) {
    try {
      socket.getOutputStream().write(letter);
    } catch (IOException turnedAway) {
      throw new UncheckedIOException(turnedAway);
    }
  }

  private static ToCandidate heard(Socket candidate) throws IOException {
    return new FrameChannel(
            candidate.getInputStream(), candidate.getOutputStream(), Bounds.STANDARD)
        .receive(ToCandidate.class);
  }

  private static CandidateLink taken(Future<CandidateLink> link) throws Exception {
    return link.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until the other side has closed, with a FIN or, over unread bytes, a reset. */
  private static void assertTurnedAway(Socket stranger) throws IOException {
    try {
      assertThat(stranger.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static void assertNobodyCame(Future<CandidateLink> link) {
    assertThatThrownBy(() -> taken(link))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessage("no candidate connected within 200 ms");
  }

  private static void awaitLoss(CandidateLink link) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!link.lost()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
