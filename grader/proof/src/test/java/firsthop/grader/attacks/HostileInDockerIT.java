package firsthop.grader.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.image.DockerRequired;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What containers withstand: all of it. */
@DockerRequired
class HostileInDockerIT extends HostileSubmissionsContract {
  private static final String PORT_IN_SOURCE = "65432";

  @Override
  Sandbox open() throws Exception {
    return DockerSandbox.open(installation, Limits.STANDARD, null, System.err::println);
  }

  @Override
  boolean withstands(String attack) {
    return true;
  }

  @Test
  void no_candidate_reaches_a_port_that_is_open_on_every_address_of_the_host() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"))) {
      String port = String.valueOf(door.getLocalPort());
      HostileSubmission attack = find("connects-to-the-host");
      SubmissionResult result =
          gradeBetweenNeighbours(attack, source -> source.replace(PORT_IN_SOURCE, port));
      assertEarns(attack, result);
      door.setSoTimeout(1);
      assertThat(acceptsNobody(door)).as("somebody came in").isTrue();
    }
  }

  @Test
  void a_bench_beside_500_parked_socket_pairs_grades_as_ever() throws Exception {
    HostileSubmission attack = find("parks-500-socket-pairs");
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      submissions.add(handedIn(attack, UnaryOperator.identity()));
      submissions.add(neighbour("neighbour-" + i));
    }
    gradeSideBySide(2, submissions).forEach(HostileSubmissionsContract::assertFull);
  }

  private static boolean acceptsNobody(ServerSocket door) throws Exception {
    try {
      door.accept().close();
      return false;
    } catch (SocketTimeoutException nobody) {
      return true;
    }
  }

  private HostileSubmission find(String name) throws Exception {
    return attacks().filter(attack -> attack.name().equals(name)).findFirst().orElseThrow();
  }
}
