/**
 * The encoding of messages between candidate and examiner, and between examiner and grader: plain
 * data in frames of limited size. No code here loads a class that the other side names.
 */
@NullMarked
package firsthop.grader.wire;

import org.jspecify.annotations.NullMarked;
