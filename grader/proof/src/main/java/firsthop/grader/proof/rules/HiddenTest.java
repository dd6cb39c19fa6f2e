package firsthop.grader.proof.rules;

import java.util.List;
import java.util.Set;

/**
 * What the source of a hidden test says.
 *
 * @param points 0 where it says none
 * @param clauses of the contract, on which it rests; none where it names none
 * @param hint empty where it has none
 * @param subjects the types of its parameters that are marked as subjects
 * @param literals the texts in its body
 */
record HiddenTest(
    String name,
    int points,
    List<String> clauses,
    String hint,
    List<String> subjects,
    Set<String> literals) {}
