package firsthop.grader.agent;

import firsthop.grader.wire.Thrown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes an exception of the student's code. Its methods are theirs and may throw, too. */
final class ThrownReport {
  private ThrownReport() {}

  static Thrown of(Throwable thrown, Subjects subjects) {
    return new Thrown(types(thrown), message(thrown), frames(thrown, subjects));
  }

  private static List<String> types(Throwable thrown) {
    List<String> names = new ArrayList<>();
    for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
      names.add(cut(type.getName(), Thrown.MAX_NAME_CHARS));
      if (names.size() > Thrown.MAX_TYPES) {
        names.remove(0);
      }
    }
    return names;
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? null : cut(message, Thrown.MAX_MESSAGE_CHARS);
    } catch (Throwable inGetMessage) {
      return "(getMessage threw " + inGetMessage.getClass().getName() + ")";
    }
  }

  private static List<String> frames(Throwable thrown, Subjects subjects) {
    List<String> frames = new ArrayList<>();
    try {
      for (StackTraceElement frame : thrown.getStackTrace()) {
        if (subjects.handedIn(frame.getClassName()) && frames.size() < Thrown.MAX_FRAMES) {
          frames.add(cut(frame.getFileName() + ":" + frame.getLineNumber(), Thrown.MAX_NAME_CHARS));
        }
      }
    } catch (Throwable inGetStackTrace) {
      frames.clear();
    }
    return frames;
  }

  private static String cut(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars) + "…";
  }
}
