package firsthop.grader.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The tar file from which an engine builds an image: a Dockerfile and the files that it copies. */
final class BuildContext implements AutoCloseable {

  private static final int FILE = 0644;
  private static final int PROGRAM = 0755;

  private final TarArchiveOutputStream tar;
  private final Set<String> directories = new HashSet<>();

  /** Starts a context in the given file, which is overwritten. */
  BuildContext(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /** Adds a text file that everyone may read. */
  void text(String name, List<String> lines) throws IOException {
    parents(name);
    byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(FILE);
    entry.setSize(content.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Adds a directory, unless it was added before. */
  void directory(String name, int mode) throws IOException {
    if (!directories.add(name)) {
      return;
    }
    parents(name);
    TarArchiveEntry entry = new TarArchiveEntry(name + "/", TarConstants.LF_DIR);
    entry.setMode(mode);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /** Adds a file, or the target of a symbolic link. Root owns it, and everyone may read it. */
  void file(String name, Path source) throws IOException {
    parents(name);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(Files.isExecutable(source) ? PROGRAM : FILE);
    entry.setSize(Files.size(source));
    entry.setModTime(Files.getLastModifiedTime(source));
    tar.putArchiveEntry(entry);
    Files.copy(source, tar);
    tar.closeArchiveEntry();
  }

  /** Adds a directory with its whole content; symbolic links stay links. */
  void tree(String name, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String entryName = name + "/" + root.relativize(file).toString().replace('\\', '/');
        if (Files.isSymbolicLink(file)) {
          link(entryName, Files.readSymbolicLink(file).toString());
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          file(entryName, file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Adds the parent directories, because engines create implied ones in different ways. */
  private void parents(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      directory(name.substring(0, slash), PROGRAM);
    }
  }

  private void link(String name, String target) throws IOException {
    parents(name);
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
