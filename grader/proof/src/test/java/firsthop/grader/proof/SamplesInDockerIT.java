package firsthop.grader.proof;

import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.image.DockerRequired;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;

/** The samples in Docker: the same table, to the letter. */
@DockerRequired
class SamplesInDockerIT extends SamplesContract {

  @Override
  Sandbox open() throws Exception {
    return DockerSandbox.open(installation, Limits.STANDARD, null, System.err::println);
  }
}
