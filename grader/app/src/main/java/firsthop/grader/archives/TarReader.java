package firsthop.grader.archives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Reads a tar, which has no directory: all of it once, keeping in memory what may be asked for. */
final class TarReader {
  /** Names and attributes of one entry; a tar allows a name of gigabytes. */
  private static final int HEADER_BYTES = 1 << 16;

  private final ArchiveLimits limits;
  private final ReadBudget allowance;
  private final ToIntFunction<String> wanted;
  private final ArchiveTree tree;

  /**
   * @param wanted for the name of a file, the size up to which it is kept; 0 for one that nobody
   *     will ask for
   */
  TarReader(
      ArchiveLimits limits, ReadBudget allowance, ToIntFunction<String> wanted, Notices notices) {
    this.limits = limits;
    this.allowance = allowance;
    this.wanted = wanted;
    this.tree = new ArchiveTree(limits, allowance, notices);
  }

  /** Reads all of it; the stream is not closed. */
  Item.Folder read(InputStream packed, ArchiveKind kind, String name) throws IOException {
    Counted counted = new Counted(new BufferedInputStream(packed));
    InputStream unpacked =
        switch (kind) {
          case TAR_GZ -> new GZIPInputStream(counted);
          case TAR_BZ2 -> new BZip2CompressorInputStream(counted, true);
          default -> counted;
        };
    Bounded bounded =
        new Bounded(new UnpackedStream(unpacked, () -> counted.count, limits.ratio(), allowance));
    TarArchiveInputStream tar =
        new TarArchiveInputStream(bounded, StandardCharsets.ISO_8859_1.name());
    for (TarArchiveEntry entry = next(tar, bounded); entry != null; entry = next(tar, bounded)) {
      if (entry.isSparse()) {
        // Its zeros are made up: a few bytes stand for as many as one likes.
        throw new RefusedArchiveException(
            "it holds a sparse file, " + name(entry.getName()) + "; pack it without --sparse");
      }
      add(entry, tar);
      tar.transferTo(OutputStream.nullOutputStream());
    }
    return tree.folder(name);
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar, Bounded bounded)
      throws IOException {
    bounded.left = HEADER_BYTES;
    TarArchiveEntry entry = tar.getNextEntry();
    bounded.left = Long.MAX_VALUE;
    return entry;
  }

  private void add(TarArchiveEntry entry, InputStream in) throws IOException {
    String path = name(entry.getName());
    if (entry.isDirectory()) {
      tree.addFolder(path);
    } else if (entry.isSymbolicLink() || entry.isLink()) {
      tree.add(path, name -> Item.Oddity.link(name, true));
    } else if (isDevice(entry)) {
      tree.add(path, name -> new Item.Oddity(name, "it is no regular file", false));
    } else {
      Item.Content content = content(entry, in);
      long modified = entry.getLastModifiedTime().toMillis();
      tree.add(path, name -> new Item.File(name, modified, content));
    }
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
  }

  private Item.Content content(TarArchiveEntry entry, InputStream in) throws IOException {
    int most = wanted.applyAsInt(entry.getName());
    if (most == 0 || entry.getSize() > most) {
      return () -> {
        throw new RefusedArchiveException("it is larger than " + most + " bytes");
      };
    }
    allowance.hold(entry.getSize());
    byte[] bytes = in.readNBytes((int) entry.getSize());
    if (bytes.length < entry.getSize()) {
      throw new RefusedArchiveException(Archive.CUT);
    }
    return Item.Content.of(bytes);
  }

  /** What has letters beyond Latin-1 was marked as UTF-8; else these are the bytes as they are. */
  private static String name(String raw) {
    return raw.chars().allMatch(letter -> letter <= 0xFF)
        ? EntryName.decode(raw.getBytes(StandardCharsets.ISO_8859_1))
        : raw;
  }

  private static final class Counted extends WatchedStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    void passed(byte[] bytes, int offset, int got) {
      count += Math.max(0, got);
    }
  }

  private static final class Bounded extends WatchedStream {
    private long left = HEADER_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    void passed(byte[] bytes, int offset, int got) throws IOException {
      left -= Math.max(0, got);
      if (left < 0) {
        throw new RefusedArchiveException("what it says of one file is too long");
      }
    }
  }
}
