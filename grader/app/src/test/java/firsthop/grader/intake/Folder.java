package firsthop.grader.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder to which a test adds files. */
public record Folder(Path path) {

  public Folder with(String file, String text) throws IOException {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public Folder with(String file, byte[] bytes) throws IOException {
    Path at = path.resolve(file);
    Files.createDirectories(at.getParent());
    Files.write(at, bytes);
    return this;
  }

  Folder withLink(String link, Path to) throws IOException {
    Path at = path.resolve(link);
    Files.createDirectories(at.getParent());
    Files.createSymbolicLink(at, to);
    return this;
  }
}
