package firsthop.grader.platforms;

import java.util.Locale;
import java.util.Set;

/** Recognizes the names of files and folders that programs make for themselves. */
public final class ProgramFileName {
  /** Files and folders that programs make, and that contain nothing of a student's. */
  private static final Set<String> NAMES =
      Set.of(
          ".git",
          ".gitignore",
          ".gitattributes",
          ".gitkeep",
          ".github",
          ".svn",
          ".hg",
          ".idea",
          ".vscode",
          ".settings",
          ".metadata",
          ".classpath",
          ".project",
          ".factorypath",
          ".mvn",
          ".gradle",
          ".editorconfig",
          ".ds_store",
          "__macosx",
          "thumbs.db",
          "desktop.ini");

  private ProgramFileName() {}

  /** Returns whether a file or folder is one that programs make for themselves. */
  public static boolean matches(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT))
        || name.startsWith("._")
        || name.startsWith("~$")
        || name.endsWith(".iml");
  }
}
