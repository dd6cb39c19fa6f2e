package firsthop.grader.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Allows only one run at a time to use a folder, by a lock on its file {@code .lock}. The system
 * releases the lock when the program ends for any reason. The file is not deleted, because then two
 * runs could hold a lock.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of an existing folder.
   *
   * @return the lock; empty if another run, in this process or another, has it
   * @throws IOException when the folder cannot be written to, or its file system has no locks
   */
  public static Optional<FolderLock> take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) != null) {
        return Optional.of(new FolderLock(folder, channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException noLocks) {
      channel.close();
      throw noLocks;
    }
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ofThisProgram) {
      return null;
    }
  }
}
