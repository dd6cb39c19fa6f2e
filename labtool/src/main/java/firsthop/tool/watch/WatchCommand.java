package firsthop.tool.watch;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Compiles and tests on every save: {@code ./lab watch 2}. */
public final class WatchCommand implements LabCommand {
  private final InputStream in;

  /** Creates the command, which reads keys from a stream. */
  public WatchCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public int run(List<String> all, PrintStream out) throws Exception {
    List<String> words = CommandWords.of(all, Set.of()).words();
    if (words.size() > 1) {
      throw new ToolException("watch takes one lab, such as ./lab watch 2");
    }
    LabProject lab = words.isEmpty() ? lastSaved() : LabProject.named(words.get(0));
    try (KeyReader keys = new KeyReader(in);
        WatchSession session = new WatchSession(lab, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(keys::close));
      String how = keys.isRaw() ? "" : " (a letter, then Enter)";
      out.println("Watching " + lab.name() + ": save a file, and its tests run." + how);
      keys.start(session::press);
      session.watch();
    }
    return 0;
  }

  /** Returns the lab with the student's file that was saved last. */
  private static LabProject lastSaved() throws IOException, ToolException {
    List<LabProject> labs = LabProject.all();
    LabProject last = labs.get(0);
    long millis = 0;
    for (LabProject lab : labs) {
      for (Path file : LabProject.sources(lab.mainSources())) {
        boolean isOwn = file.getFileName().toString().startsWith(LabProject.STUDENTS);
        long saved = isOwn ? Files.getLastModifiedTime(file).toMillis() : 0;
        if (saved > millis) {
          millis = saved;
          last = lab;
        }
      }
    }
    return last;
  }
}
