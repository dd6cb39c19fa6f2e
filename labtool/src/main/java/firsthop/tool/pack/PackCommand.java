package firsthop.tool.pack;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.OpenMarks;
import firsthop.tool.project.ProjectCompiler;
import firsthop.tool.project.SourceErrors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the file to hand in: {@code ./lab pack}. */
public final class PackCommand implements LabCommand {
  private static final String NAME = "firsthop-submission.zip";

  @Override
  public int run(List<String> all, PrintStream out) throws ToolException, IOException {
    CommandWords words = CommandWords.of(all, Set.of("--out"));
    if (!words.words().isEmpty()) {
      throw new ToolException("pack takes no word; it packs all labs: ./lab pack --out FILE.zip");
    }
    Path home = LabProject.home();
    Path zip = words.option("--out").map(Path::of).orElse(home.resolve(NAME));
    StudentFiles files = StudentFiles.in(home);
    SortedMap<String, byte[]> packed = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    for (LabProject lab : LabProject.all()) {
      List<String> open = new ArrayList<>();
      for (Path file : files.of(lab)) {
        byte[] octets = Files.readAllBytes(file);
        packed.put(files.name(file), octets);
        open.addAll(OpenMarks.in(octets));
      }
      out.println(
          "  %-16s %s"
              .formatted(lab.name(), open.isEmpty() ? "nothing is open" : "open: " + list(open)));
      warnings.addAll(whatDoesNotCompile(lab));
    }
    write(zip.toAbsolutePath(), StoredZip.of(packed));
    warnings.forEach(line -> out.println("  does not compile: " + line));
    out.println("%d files are in %s. Hand in this file.".formatted(packed.size(), zip));
    return 0;
  }

  private static List<String> whatDoesNotCompile(LabProject lab) throws ToolException, IOException {
    SourceErrors errors =
        new ProjectCompiler()
            .compile(LabProject.sources(lab.mainSources()), lab.output("pack"), List.of());
    return errors.lines().stream().map(line -> lab.name() + ", " + line).toList();
  }

  private static String list(List<String> ids) {
    return String.join(", ", ids.stream().distinct().sorted().toList());
  }

  /** Writes the whole file or nothing. */
  private static void write(Path zip, byte[] octets) throws IOException {
    Path unfinished = Files.createTempFile(zip.getParent(), ".pack-", ".zip");
    try {
      Files.write(unfinished, octets);
      Files.move(unfinished, zip, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
