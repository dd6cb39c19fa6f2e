package firsthop.grader.doctor;

import java.util.List;

/** Checks one requirement of the grader. */
public interface Probe {

  /** Returns the name of the requirement. */
  String name();

  /** Checks it and returns the findings; changes nothing on the machine. */
  List<Finding> check();
}
