package firsthop.grader.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An archive for a test, with files and links in the order in which they were added. */
public final class Packed {
  private static final int UNIX_LINK = 0120777;

  private record Entry(String path, byte[] bytes, byte tarType, String link) {}

  private final List<Entry> entries = new ArrayList<>();

  public Packed with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public Packed with(String path, byte[] bytes) {
    entries.add(new Entry(path, bytes, TarConstants.LF_NORMAL, ""));
    return this;
  }

  Packed withLink(String path, String to) {
    return with(path, TarConstants.LF_SYMLINK, to);
  }

  /** Adds an entry that only a tar can have: a hard link, a pipe, a device. */
  public Packed with(String path, byte tarType, String link) {
    entries.add(new Entry(path, new byte[0], tarType, link));
    return this;
  }

  public byte[] zip() {
    return zip(StandardCharsets.UTF_8, true);
  }

  /** Returns a zip with names in another encoding, which the zip does not declare. */
  public byte[] zip(Charset names) {
    return zip(names, false);
  }

  private byte[] zip(Charset names, boolean marked) {
    return packed(
        bytes -> {
          try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(names.name());
            zip.setUseLanguageEncodingFlag(marked);
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
            for (Entry each : entries) {
              ZipArchiveEntry entry = new ZipArchiveEntry(each.path());
              if (each.tarType() == TarConstants.LF_SYMLINK) {
                entry.setUnixMode(UNIX_LINK);
              }
              zip.putArchiveEntry(entry);
              zip.write(each.link().isEmpty() ? each.bytes() : each.link().getBytes(names));
              zip.closeArchiveEntry();
            }
          }
        });
  }

  public byte[] tar() {
    return packed(this::tar);
  }

  public byte[] tarGz() {
    return packed(
        bytes -> {
          try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            tar(gzip);
          }
        });
  }

  byte[] tarBz2() {
    return packed(
        bytes -> {
          try (OutputStream bzip2 = new BZip2CompressorOutputStream(bytes)) {
            tar(bzip2);
          }
        });
  }

  public byte[] tarXz() {
    return packed(
        bytes -> {
          try (OutputStream xz = new XZCompressorOutputStream(bytes)) {
            tar(xz);
          }
        });
  }

  /** Returns a 7z. */
  public byte[] sevenZip(SevenZMethod... methods) {
    SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(bytes)) {
      if (methods.length > 0) {
        archive.setContentMethods(Stream.of(methods).map(SevenZMethodConfiguration::new).toList());
      }
      for (Entry each : entries) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(each.path());
        entry.setDirectory(each.path().endsWith("/"));
        if (each.tarType() == TarConstants.LF_SYMLINK) {
          entry.setHasWindowsAttributes(true);
          entry.setWindowsAttributes(UNIX_LINK << 16 | 0x8000);
        }
        archive.putArchiveEntry(entry);
        byte[] content = each.link().isEmpty() ? each.bytes() : each.link().getBytes(UTF_8);
        if (content.length > 0) {
          archive.write(content);
        }
        archive.closeArchiveEntry();
      }
      archive.finish();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return Arrays.copyOf(bytes.array(), (int) bytes.size());
  }

  private void tar(OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Entry each : entries) {
        TarArchiveEntry entry = new TarArchiveEntry(each.path(), each.tarType(), true);
        entry.setLinkName(each.link());
        entry.setSize(each.bytes().length);
        tar.putArchiveEntry(entry);
        tar.write(each.bytes());
        tar.closeArchiveEntry();
      }
    }
  }

  private interface Writer {
    void write(ByteArrayOutputStream bytes) throws IOException;
  }

  private static byte[] packed(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(bytes);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}
