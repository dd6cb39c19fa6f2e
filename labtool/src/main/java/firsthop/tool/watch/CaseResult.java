package firsthop.tool.watch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How one test ended.
 *
 * @param testClass the name of its class
 * @param test its name, with its input
 * @param state what came of it
 * @param message what a student reads if it failed; else empty
 */
record CaseResult(String testClass, String test, State state, String message) {
  /** What can come of a test. */
  enum State {
    PASSED,
    FAILED,
    OPEN
  }

  /** The longest text in the format of {@link DataOutputStream#writeUTF}, for any characters. */
  private static final int MAX_CHARS = 0xFFFF / 3;

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(testClass);
    out.writeUTF(cut(test));
    out.writeByte(state.ordinal());
    out.writeUTF(cut(message));
    out.flush();
  }

  static CaseResult read(DataInputStream in) throws IOException {
    return new CaseResult(in.readUTF(), in.readUTF(), State.values()[in.readByte()], in.readUTF());
  }

  private static String cut(String text) {
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
  }
}
