package firsthop.grader.store;

import firsthop.grader.course.HintFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The contents of a jar, independent of the time when it was packed. */
final class JarContents {
  private JarContents() {}

  /**
   * Adds names and contents, but no times: the same sources give the same digest. A better
   * translation of a hint gives the same digest, too.
   */
  static void addTo(MessageDigest digest, Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> entries = Collections.list(file.entries());
      entries.sort(Comparator.comparing(JarEntry::getName));
      for (JarEntry entry : entries) {
        if (!entry.isDirectory()
            && !entry.getName().startsWith("META-INF/")
            && HintFiles.language(entry.getName()).isEmpty()) {
          digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
          try (InputStream in = file.getInputStream(entry)) {
            digest.update(in.readAllBytes());
          }
        }
      }
    }
  }
}
