package firsthop.grader.archives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Reads a tar. A tar has no directory, so it is read once from start to end, and files that may be
 * needed later are kept in memory.
 */
final class TarReader {
  /** The limit for the name and the attributes of one entry; a tar allows a name of gigabytes. */
  private static final int HEADER_BYTES = 1 << 16;

  private final ArchiveLimits limits;
  private final ReadBudget budget;
  private final HeldFiles held;
  private final ArchiveTree tree;

  /**
   * Creates a reader.
   *
   * @param held keeps the files that may be needed
   */
  TarReader(ArchiveLimits limits, ReadBudget budget, HeldFiles held, Notices notices) {
    this.limits = limits;
    this.budget = budget;
    this.held = held;
    this.tree = new ArchiveTree(limits, budget, notices);
  }

  /** Reads the whole tar. The stream is not closed. */
  Item.Folder read(InputStream packed, ArchiveKind kind, String name) throws IOException {
    CountingStream counted = new CountingStream(new BufferedInputStream(packed));
    InputStream unpacked =
        switch (kind) {
          case TAR_GZ -> new GZIPInputStream(counted);
          case TAR_BZ2 -> new BZip2CompressorInputStream(counted, true);
          case TAR_XZ ->
              XZCompressorInputStream.builder()
                  .setInputStream(counted)
                  .setDecompressConcatenated(true)
                  .setMemoryLimitKiB(ArchiveLimits.UNPACKER_MEBIBYTES << 10)
                  .get();
          default -> counted;
        };
    HeaderLimitStream limited =
        new HeaderLimitStream(
            new UnpackedStream(unpacked, () -> counted.count, limits.ratio(), budget));
    TarArchiveInputStream tar =
        new TarArchiveInputStream(limited, StandardCharsets.ISO_8859_1.name());
    for (TarArchiveEntry entry = next(tar, limited); entry != null; entry = next(tar, limited)) {
      if (entry.isSparse()) {
        // A few bytes of a sparse file can stand for any number of zeros.
        throw new RefusedArchiveException(
            "it contains a sparse file, " + name(entry.getName()) + "; pack it without --sparse");
      }
      add(entry, tar);
      tar.transferTo(OutputStream.nullOutputStream());
    }
    return tree.folder(name);
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar, HeaderLimitStream limited)
      throws IOException {
    limited.left = HEADER_BYTES;
    TarArchiveEntry entry = tar.getNextEntry();
    limited.left = Long.MAX_VALUE;
    return entry;
  }

  private void add(TarArchiveEntry entry, InputStream in) throws IOException {
    String path = name(entry.getName());
    if (entry.isDirectory()) {
      tree.addFolder(path);
    } else if (entry.isSymbolicLink() || entry.isLink()) {
      tree.add(path, name -> Item.Unreadable.link(name, true));
    } else if (isDevice(entry)) {
      tree.add(path, name -> new Item.Unreadable(name, "it is not a regular file", false));
    } else {
      Item.Content content = held.content(entry.getName(), entry.getSize(), in::readNBytes);
      long modified = entry.getLastModifiedTime().toMillis();
      tree.add(path, name -> new Item.File(name, modified, content));
    }
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
  }

  /** A name with characters beyond Latin-1 was marked as UTF-8; any other has the raw bytes. */
  private static String name(String raw) {
    return raw.chars().allMatch(letter -> letter <= 0xFF)
        ? EntryName.decode(raw.getBytes(StandardCharsets.ISO_8859_1))
        : raw;
  }

  private static final class CountingStream extends WatchedStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    void onRead(byte[] bytes, int offset, int read) {
      count += Math.max(0, read);
    }
  }

  private static final class HeaderLimitStream extends WatchedStream {
    private long left = HEADER_BYTES;

    HeaderLimitStream(InputStream in) {
      super(in);
    }

    @Override
    void onRead(byte[] bytes, int offset, int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new RefusedArchiveException("the header of one of its files is too long");
      }
    }
  }
}
