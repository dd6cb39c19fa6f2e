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

/**
 * An open archive, looked into like a folder.
 *
 * @param kind what it is
 * @param folder what is in it
 * @param open what it is read from
 */
public record Archive(ArchiveKind kind, Item.Folder folder, Closeable open) implements Closeable {

  /** Why what ends too early is not read. */
  static final String CUT = "it is damaged or cut short";

  /** Opens the archives of one submission, nested ones too, within limits for all of them. */
  public static final class Opener {
    private final ArchiveLimits limits;
    private final ReadBudget allowance;

    public Opener(ArchiveLimits limits) {
      this(limits, System::nanoTime);
    }

    /**
     * @param clock nanoseconds since whenever
     */
    public Opener(ArchiveLimits limits, LongSupplier clock) {
      this.limits = limits;
      this.allowance = new ReadBudget(limits, clock);
    }

    /**
     * Opens an archive.
     *
     * @param wanted for the name of a file, the size up to which it may be asked for; 0 for one
     *     that nobody will ask for
     * @param notices where that is said which is left out of it
     * @throws RefusedArchiveException when nothing of it is read, with the reason
     */
    public Archive open(Item.File file, ToIntFunction<String> wanted, Notices notices)
        throws RefusedArchiveException {
      try {
        ArchiveKind kind =
            kind(file)
                .orElseThrow(
                    () ->
                        new RefusedArchiveException(
                            "it is no archive that can be read (" + ArchiveKind.ALL + ")"));
        if (kind == ArchiveKind.ZIP) {
          SeekableByteChannel channel =
              file.content().channel(limits.archiveBytes(), allowance::hold);
          ZipReader zip = new ZipReader(channel, limits, allowance, notices);
          return new Archive(kind, zip.folder(file.name()), zip);
        }
        try (InputStream in = file.content().open()) {
          return new Archive(
              kind,
              new TarReader(limits, allowance, wanted, notices).read(in, kind, file.name()),
              () -> {});
        }
      } catch (IOException | RuntimeException failed) {
        throw refused(failed);
      }
    }

    /** The library wraps exceptions, and speaks of its own classes; ours says it best. */
    private static RefusedArchiveException refused(Exception failed) {
      for (Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof RefusedArchiveException refused) {
          return refused;
        }
      }
      return new RefusedArchiveException(
          failed instanceof FileSystemException onDisk
              ? "it cannot be opened: " + IoReason.of(onDisk)
              : CUT);
    }
  }

  /** Tells what kind of archive a file is, if it is one. */
  public static Optional<ArchiveKind> kind(Item.File file) throws IOException {
    try (InputStream in = file.content().open()) {
      return ArchiveKind.of(in.readNBytes(ArchiveKind.HEAD_BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
