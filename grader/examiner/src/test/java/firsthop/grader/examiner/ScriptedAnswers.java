package firsthop.grader.examiner;

import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ThrownData;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/** What a candidate in the hands of a test answers. */
final class ScriptedAnswers {
  private ScriptedAnswers() {}

  /** Returns a vault whose creation the candidate has answered as an agent would. */
  static Vault vault(LinkedCandidate candidate, TestRun run) throws IOException {
    next(candidate, call -> new FromCandidate.Returned(call, null, null));
    return candidate.vault(run);
  }

  /** Answers the next request, from another thread. */
  static void next(LinkedCandidate candidate, IntFunction<FromCandidate> answer) {
    with(candidate, call -> candidate.say(answer.apply(call)));
  }

  /** Does something with the number of the next request, from another thread. */
  static void with(LinkedCandidate candidate, Reaction reaction) {
    Thread thread =
        new Thread(
            () -> {
              try {
                reaction.to(number(candidate.hear()));
              } catch (IOException broken) {
                // The test that waits for what should have come says so.
              }
            },
            "scripted-candidate");
    thread.setDaemon(true);
    thread.start();
  }

  static FromCandidate threw(int call, String... types) {
    return new FromCandidate.Threw(
        call, new ThrownData(List.of(types), "scripted", List.of()), null);
  }

  private static int number(ToCandidate request) {
    return request instanceof ToCandidate.Create create
        ? create.call()
        : ((ToCandidate.Call) request).call();
  }

  /** What a candidate does when it has been asked. */
  interface Reaction {
    void to(int call) throws IOException;
  }
}
