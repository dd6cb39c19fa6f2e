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

/** Reads a zip: its directory at once, files when they are asked for. */
final class ZipReader implements Closeable {
  private static final Set<Integer> METHODS =
      Set.of(ZipMethod.STORED.getCode(), ZipMethod.DEFLATED.getCode());

  private final ZipFile zip;
  private final ArchiveLimits limits;
  private final ReadBudget allowance;
  private final ArchiveTree tree;
  private long packedLeft;

  /** Reads what is in a zip; the channel is closed with it, or when it is refused. */
  ZipReader(
      SeekableByteChannel channel, ArchiveLimits limits, ReadBudget allowance, Notices notices)
      throws IOException {
    this.limits = limits;
    this.allowance = allowance;
    BoundedChannel bounded = new BoundedChannel(channel, allowance);
    try {
      zip =
          ZipFile.builder()
              .setSeekableByteChannel(bounded)
              .setCharset(StandardCharsets.UTF_8)
              .setUseUnicodeExtraFields(true)
              .setIgnoreLocalFileHeader(true)
              .get();
      bounded.unbind();
      if (zip.getFirstLocalFileHeaderOffset() > 0) {
        // Of one that was cut, the end of a zip within it was taken for its own.
        throw new RefusedArchiveException(
            "it is damaged or cut short: its directory is not that of all of it");
      }
      packedLeft = channel.size();
      tree = new ArchiveTree(limits, allowance, notices);
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
      throw new RefusedArchiveException("it is encrypted");
    }
    packedLeft -= Math.max(0, entry.getCompressedSize());
    if (packedLeft < 0) {
      throw new RefusedArchiveException("it is damaged: its files lie in one another");
    }
    String path =
        entry.getNameSource() == NameSource.NAME
            ? EntryName.decode(entry.getRawName())
            : entry.getName();
    if (entry.isUnixSymlink()) {
      tree.add(path, name -> Item.Oddity.link(name, true));
    } else if (path.endsWith("/") || path.endsWith("\\")) {
      tree.addFolder(path);
    } else {
      tree.add(path, name -> new Item.File(name, entry.getTime(), () -> open(entry)));
    }
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    if (!METHODS.contains(entry.getMethod())) {
      throw new RefusedArchiveException(
          "it is packed by method " + entry.getMethod() + ", which is not read");
    }
    return new VerifiedStream(
        new UnpackedStream(
            zip.getInputStream(entry), entry::getCompressedSize, limits.ratio(), allowance),
        entry.getSize(),
        entry.getCrc());
  }
}
