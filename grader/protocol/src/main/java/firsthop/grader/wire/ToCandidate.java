package firsthop.grader.wire;

import java.util.Map;

/** A message from an examiner to a candidate. Answers carry the number of the call. */
public sealed interface ToCandidate {

  /**
   * The classes of one lab, by binary name. This is the first message, sent once.
   *
   * @param given the instructor's classes: contracts and what they use; they take precedence
   * @param handedIn the student's compiled classes
   */
  record Classes(Map<String, byte[]> given, Map<String, byte[]> handedIn) implements ToCandidate {}

  /** Creates a new {@code MyX} for the contract {@code X}; answered by Returned (null) or Threw. */
  record Create(int call, int subject, String contract) implements ToCandidate {}

  /**
   * Calls a method of a subject.
   *
   * @param method the index of the method in {@link ContractMethods}
   * @param arguments the encoded arguments, each as a value of its parameter's type
   * @param ownsArrays whether the caller keeps its arrays to itself: the answer says whether the
   *     call changed its arguments, and then every array of the arguments and of the result is
   *     overwritten
   */
  record Call(int call, int subject, int method, byte[] arguments, boolean ownsArrays)
      implements ToCandidate {}

  /** Removes a subject; not answered. */
  record Drop(int subject) implements ToCandidate {}
}
