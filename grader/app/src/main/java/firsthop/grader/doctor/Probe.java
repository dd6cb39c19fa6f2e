package firsthop.grader.doctor;

import java.util.List;

/** Looks at one thing that the grader needs. */
public interface Probe {

  /** Names the thing. */
  String what();

  /** Looks, and says what it saw; changes nothing on the machine. */
  List<Finding> look();
}
