package firsthop.grader.intake;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * An open archive, looked into like a folder.
 *
 * @param kind what it is
 * @param folder what is in it
 * @param open what it is read from
 */
record Archive(ArchiveKind kind, Item.Folder folder, Closeable open) implements Closeable {

  /** Opens archives, within limits. */
  record Opener(ArchiveLimits limits, ToIntFunction<String> wanted) {

    /**
     * Open an archive.
     *
     * @param notices where that is said which is left out of it
     * @throws RefusedArchiveException when nothing of it is read, with the reason
     */
    Archive open(Item.File file, Notices notices) throws RefusedArchiveException {
      try {
        ArchiveKind kind =
            kind(file)
                .orElseThrow(
                    () ->
                        new RefusedArchiveException(
                            "it is no archive that can be read (" + ArchiveKind.ALL + ")"));
        if (kind == ArchiveKind.ZIP) {
          ZipReader zip =
              new ZipReader(file.content().channel(limits.archiveBytes()), limits, notices);
          return new Archive(kind, zip.folder(file.name()), zip);
        }
        try (InputStream in = file.content().open()) {
          return new Archive(
              kind, new TarReader(limits, wanted, notices).read(in, kind, file.name()), () -> {});
        }
      } catch (IOException | RuntimeException failed) {
        throw refused(failed);
      }
    }

    /** The library wraps exceptions; ours says it best. */
    private static RefusedArchiveException refused(Exception failed) {
      for (Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof RefusedArchiveException refused) {
          return refused;
        }
      }
      return new RefusedArchiveException(
          failed instanceof EOFException
              ? "it is cut off"
              : "it is damaged: "
                  + (failed instanceof IOException io ? IoReason.of(io) : failed.toString()));
    }
  }

  /** Tell what kind of archive a file is, if it is one. */
  static Optional<ArchiveKind> kind(Item.File file) throws IOException {
    try (InputStream in = file.content().open()) {
      return ArchiveKind.of(in.readNBytes(ArchiveKind.HEAD_BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
