package firsthop.grader.agent;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ToCandidate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Goes once through what every run does, so that its classes can be put into an archive. */
final class WarmUp {
  private WarmUp() {}

  static void run() throws IOException {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    FrameChannel examiner =
        new FrameChannel(new ByteArrayInputStream(new byte[0]), script, Bounds.STANDARD);
    examiner.send(new ToCandidate.Classes(Map.of(), Map.of()), ToCandidate.class);
    examiner.send(new ToCandidate.Create(1, 1, "absent.Contract"), ToCandidate.class);
    examiner.send(new ToCandidate.Call(2, 1, 0, new byte[0]), ToCandidate.class);
    examiner.send(new ToCandidate.Drop(1), ToCandidate.class);
    FrameChannel candidate =
        new FrameChannel(
            new ByteArrayInputStream(script.toByteArray()),
            OutputStream.nullOutputStream(),
            Bounds.STANDARD);
    Agent.answer(candidate);
    candidate.send(new FromCandidate.Returned(1, new byte[0]), FromCandidate.class);
  }
}
