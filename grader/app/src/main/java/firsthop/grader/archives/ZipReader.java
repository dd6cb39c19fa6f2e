package firsthop.grader.archives;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads a zip: its directory at once, and each file when it is needed. */
final class ZipReader implements Closeable {
  private static final Set<Integer> METHODS =
      Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode());

  private final ZipFile zip;
  private final ArchiveLimits limits;
  private final ReadBudget budget;
  private final ArchiveTree tree;
  private long packedLeft;

  /** Reads the directory of a zip. The channel is closed with the zip, or if the zip is refused. */
  ZipReader(SeekableByteChannel channel, ArchiveLimits limits, ReadBudget budget, Notices notices)
      throws IOException {
    this.limits = limits;
    this.budget = budget;
    BoundedChannel limited = new BoundedChannel(channel, budget);
    try {
      zip =
          ZipFile.builder()
              .setSeekableByteChannel(limited)
              .setCharset(StandardCharsets.UTF_8)
              .setUseUnicodeExtraFields(true)
              .setIgnoreLocalFileHeader(true)
              .get();
      limited.removeLimit();
      if (zip.getFirstLocalFileHeaderOffset() > 0) {
        // If an outer zip was cut off, the library finds the directory of a zip inside it.
        throw new RefusedArchiveException(
            Archive.DAMAGED + ": its directory does not cover the whole file");
      }
      packedLeft = channel.size();
      tree = new ArchiveTree(limits, budget, notices);
      for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
        add(all.nextElement());
      }
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  Item.Folder folder(String name) {
    return tree.folder(name);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void add(ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new RefusedArchiveException(Archive.ENCRYPTED);
    }
    packedLeft -= Math.max(0, entry.getCompressedSize());
    if (packedLeft < 0) {
      throw new RefusedArchiveException("it is damaged: its files overlap");
    }
    String path =
        entry.getNameSource() == NameSource.NAME
            ? EntryName.decode(entry.getRawName())
            : entry.getName();
    if (entry.isUnixSymlink()) {
      tree.add(path, name -> Item.Unreadable.link(name, true));
    } else if (path.endsWith("/") || path.endsWith("\\")) {
      tree.addFolder(path);
    } else {
      tree.add(path, name -> new Item.File(name, entry.getTime(), () -> open(entry)));
    }
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    if (!METHODS.contains(entry.getMethod())) {
      throw new RefusedArchiveException(
          "it is packed with method " + entry.getMethod() + ", which is not supported");
    }
    return new VerifiedStream(
        new UnpackedStream(
            zip.getInputStream(entry), entry::getCompressedSize, limits.ratio(), budget),
        entry.getSize(),
        entry.getCrc());
  }
}
