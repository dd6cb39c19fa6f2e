package firsthop.grader.agent;

import firsthop.grader.wire.ThrownData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes an exception of the student's code. The exception's own methods may throw too. */
final class ThrownReport {
  private static final int MAX_CAUSES = 8;

  private ThrownReport() {}

  static ThrownData of(Throwable thrown, Subjects subjects) {
    return new ThrownData(types(thrown), message(thrown), frames(thrown, subjects));
  }

  private static List<String> types(Throwable thrown) {
    List<String> names = new ArrayList<>();
    for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
      names.add(cut(type.getName(), ThrownData.MAX_NAME_CHARS));
      if (names.size() > ThrownData.MAX_TYPES) {
        names.remove(0);
      }
    }
    return names;
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      // The exception of a static initializer is wrapped in one without a message.
      String message =
          thrown instanceof ExceptionInInitializerError && thrown.getCause() != null
              ? thrown.getCause().toString()
              : thrown.getMessage();
      return message == null ? null : cut(message, ThrownData.MAX_MESSAGE_CHARS);
    } catch (Throwable inGetMessage) {
      return cut(
          "(getMessage threw " + inGetMessage.getClass().getName() + ")",
          ThrownData.MAX_MESSAGE_CHARS);
    }
  }

  /** Returns the student's frames of the exception, or of its first cause that has any. */
  private static List<String> frames(Throwable thrown, Subjects subjects) {
    List<String> frames = new ArrayList<>();
    try {
      Throwable at = thrown;
      for (int i = 0; i < MAX_CAUSES && at != null && frames.isEmpty(); i++) {
        for (StackTraceElement frame : at.getStackTrace()) {
          if (subjects.isHandedIn(frame.getClassName()) && frames.size() < ThrownData.MAX_FRAMES) {
            frames.add(cut(place(frame), ThrownData.MAX_NAME_CHARS));
          }
        }
        at = at.getCause();
      }
    } catch (Throwable inGetStackTrace) {
      frames.clear();
    }
    return frames;
  }

  private static String place(StackTraceElement frame) {
    String file = frame.getFileName();
    return (file == null ? frame.getClassName() : file) + ":" + frame.getLineNumber();
  }

  private static String cut(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars - 1) + "…";
  }
}
