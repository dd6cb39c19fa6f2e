package firsthop.grader.wire;

import java.util.Map;

/** What an examiner says to a candidate. Answers carry the number of the call. */
public sealed interface ToCandidate {

  /**
   * The classes of one lab, by binary name; sent once, first.
   *
   * @param given the instructor's: contracts and what they use; they win over the student's
   * @param handedIn compiled from what the student handed in
   */
  record Classes(Map<String, byte[]> given, Map<String, byte[]> handedIn) implements ToCandidate {}

  /** Makes a new {@code MyX} for the contract {@code X}; answered by Returned (null) or Threw. */
  record Create(int call, int subject, String contract) implements ToCandidate {}

  /**
   * Calls a method of a subject.
   *
   * @param method its place in {@link ContractMethods}
   * @param arguments each as a value of its parameter's type, one after the other
   */
  record Call(int call, int subject, int method, byte[] arguments) implements ToCandidate {}

  /** Forgets a subject; not answered. */
  record Drop(int subject) implements ToCandidate {}
}
