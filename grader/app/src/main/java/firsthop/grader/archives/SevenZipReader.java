package firsthop.grader.archives;

import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.AES256SHA256;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.BZIP2;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.COPY;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.DEFLATE;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.DEFLATE64;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.LZMA;
import static org.apache.commons.compress.archivers.sevenz.SevenZMethod.LZMA2;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;

/**
 * Reads a 7z. Its files may be packed as one stream, so it is read once from start to end, and
 * files that may be needed later are kept in memory.
 */
final class SevenZipReader {
  /** The others change bytes, but not their number. */
  private static final Set<SevenZMethod> COMPRESSORS =
      EnumSet.of(COPY, LZMA, LZMA2, DEFLATE, DEFLATE64, BZIP2, AES256SHA256);

  /** The upper half of a file's attributes has its mode in Unix, if this bit is set. */
  private static final int HAS_UNIX_MODE = 0x8000;

  private static final int UNIX_TYPE = 0170000;
  private static final int UNIX_LINK = 0120000;

  private final ArchiveLimits limits;
  private final ReadBudget budget;
  private final HeldFiles held;
  private final ArchiveTree tree;

  /**
   * Creates a reader.
   *
   * @param held keeps the files that may be needed
   */
  SevenZipReader(ArchiveLimits limits, ReadBudget budget, HeldFiles held, Notices notices) {
    this.limits = limits;
    this.budget = budget;
    this.held = held;
    this.tree = new ArchiveTree(limits, budget, notices);
  }

  /** Reads the whole archive. The channel is not closed. */
  Item.Folder read(SeekableByteChannel channel, String name) throws IOException {
    BoundedChannel limited = new BoundedChannel(channel, budget);
    SevenZipHeader.check(limited);
    SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(limited)
            .setMaxMemoryLimitKiB(ArchiveLimits.UNPACKER_MEBIBYTES << 10)
            .get();
    limited.removeLimit();
    long unpacked = 0;
    SevenZArchiveEntry entry = archive.getNextEntry();
    while (entry != null) {
      checkMethods(entry);
      // Of a file that is not kept, too, since it may be packed before one that is.
      unpacked += entry.getSize();
      budget.addUnpacked(entry.getSize());
      if (unpacked > ArchiveLimits.FREE_BYTES && unpacked / limits.ratio() > channel.size()) {
        throw new RefusedArchiveException(
            "it unpacks to more than " + limits.ratio() + " times its size");
      }
      add(entry, archive);
      entry = archive.getNextEntry();
    }
    return tree.folder(name);
  }

  /** A second compressor could unpack without an end from what the first one unpacks. */
  private static void checkMethods(SevenZArchiveEntry entry) throws RefusedArchiveException {
    int compressors = 0;
    if (entry.getContentMethods() != null) {
      for (SevenZMethodConfiguration each : entry.getContentMethods()) {
        if (each.getMethod() == AES256SHA256) {
          throw new RefusedArchiveException(Archive.ENCRYPTED);
        }
        compressors += COMPRESSORS.contains(each.getMethod()) ? 1 : 0;
      }
    }
    if (compressors > 1) {
      throw new RefusedArchiveException("its files are packed twice");
    }
  }

  private void add(SevenZArchiveEntry entry, SevenZFile archive) throws IOException {
    String path = entry.getName();
    if (path == null) {
      throw new RefusedArchiveException(Archive.DAMAGED + ": a file in it has no name");
    }
    if (entry.isDirectory()) {
      tree.addFolder(path);
    } else if (isLink(entry)) {
      tree.add(path, name -> Item.Unreadable.link(name, true));
    } else if (!entry.isAntiItem()) {
      Item.Content content =
          held.content(path, entry.getSize(), bytes -> read(archive, new byte[bytes]));
      long modified = entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toMillis() : 0;
      tree.add(path, name -> new Item.File(name, modified, content));
    }
  }

  private static byte[] read(SevenZFile archive, byte[] into) throws IOException {
    int filled = 0;
    for (int read = 0; read >= 0 && filled < into.length; filled += Math.max(0, read)) {
      read = archive.read(into, filled, into.length - filled);
    }
    return Arrays.copyOf(into, filled);
  }

  private static boolean isLink(SevenZArchiveEntry entry) {
    int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
    return (attributes & HAS_UNIX_MODE) != 0 && (attributes >>> 16 & UNIX_TYPE) == UNIX_LINK;
  }
}
