package firsthop.grader.archives;

import firsthop.grader.common.IoReason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;

/**
 * An open archive whose content looks like a folder.
 *
 * @param kind the kind of the archive
 * @param folder its content
 * @param open the source it is read from, which is closed with it
 */
public record Archive(ArchiveKind kind, Item.Folder folder, Closeable open) implements Closeable {

  /** The reason for refusing an archive that ends too early or is not valid. */
  static final String DAMAGED = "it is damaged or incomplete";

  /** The reason for refusing an archive that takes a password. */
  static final String ENCRYPTED = "it is encrypted";

  /**
   * Opens the archives of one submission, also archives inside archives. The limits apply to all of
   * them together.
   */
  public static final class Opener {
    private final ArchiveLimits limits;
    private final ReadBudget budget;

    public Opener(ArchiveLimits limits) {
      this(limits, System::nanoTime);
    }

    /**
     * Creates an opener with its own clock.
     *
     * @param clock a clock in nanoseconds, such as {@link System#nanoTime}
     */
    public Opener(ArchiveLimits limits, LongSupplier clock) {
      this.limits = limits;
      this.budget = new ReadBudget(limits, clock);
    }

    /**
     * Opens an archive.
     *
     * @param maxSize returns, for the name of a file, the largest size in bytes that will be read;
     *     0 if the file will not be read
     * @param notices receives a notice for each entry that is left out
     * @throws RefusedArchiveException if the whole archive is refused; the message is the reason
     */
    public Archive open(Item.File file, ToIntFunction<String> maxSize, Notices notices)
        throws RefusedArchiveException {
      try {
        ArchiveKind kind =
            kind(file)
                .orElseThrow(
                    () ->
                        new RefusedArchiveException(
                            "it is not an archive of a supported kind (" + ArchiveKind.ALL + ")"));
        if (kind == ArchiveKind.ZIP) {
          ZipReader zip = new ZipReader(channel(file), limits, budget, notices);
          return new Archive(kind, zip.folder(file.name()), zip);
        }
        HeldFiles held = new HeldFiles(maxSize, budget);
        if (kind == ArchiveKind.SEVEN_ZIP) {
          try (SeekableByteChannel channel = channel(file)) {
            SevenZipReader reader = new SevenZipReader(limits, budget, held, notices);
            return new Archive(kind, reader.read(channel, file.name()), () -> {});
          }
        }
        try (InputStream in = file.content().open()) {
          return new Archive(
              kind,
              new TarReader(limits, budget, held, notices).read(in, kind, file.name()),
              () -> {});
        }
      } catch (IOException | RuntimeException failed) {
        throw refused(failed);
      }
    }

    private SeekableByteChannel channel(Item.File file) throws IOException {
      return file.content().channel(limits.archiveBytes(), budget::addHeld);
    }

    /** The library wraps our exceptions, and its own messages name its classes. */
    private static RefusedArchiveException refused(Exception failed) {
      for (Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof RefusedArchiveException refused) {
          return refused;
        }
        if (each instanceof PasswordRequiredException) {
          return new RefusedArchiveException(ENCRYPTED);
        }
        if (each instanceof MemoryLimitException) {
          return new RefusedArchiveException(
              "unpacking it takes more than "
                  + ArchiveLimits.UNPACKER_MEBIBYTES
                  + " MiB of memory");
        }
      }
      return new RefusedArchiveException(
          failed instanceof FileSystemException onDisk
              ? "it cannot be opened: " + IoReason.of(onDisk)
              : DAMAGED);
    }
  }

  /** Returns the kind of archive that a file is; empty if it is not a supported archive. */
  public static Optional<ArchiveKind> kind(Item.File file) throws IOException {
    try (InputStream in = file.content().open()) {
      return ArchiveKind.of(in.readNBytes(ArchiveKind.SIGNATURE_BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
