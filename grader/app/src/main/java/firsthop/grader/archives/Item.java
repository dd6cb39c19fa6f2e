package firsthop.grader.archives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A file or a folder that was handed in, on a disk or in an archive. Its content is read only when
 * it is needed, and archives are never unpacked to a disk.
 */
public sealed interface Item {
  /** Returns its name, without the folders that contain it. */
  String name();

  /** Returns the same item with another name. */
  Item named(String other);

  /**
   * A regular file.
   *
   * @param modified the time of the last change, in milliseconds since 1970; 0 if unknown
   */
  record File(String name, long modified, Content content) implements Item {
    @Override
    public File named(String other) {
      return new File(other, modified, content);
    }
  }

  /**
   * A folder.
   *
   * @param modified as in {@link File}
   */
  record Folder(String name, long modified, Listing listing) implements Item {
    /** Creates a folder that contains these items, in their order. */
    public static Folder of(String name, List<? extends Item> inside) {
      return new Folder(
          name, 0, max -> List.copyOf(inside.subList(0, Math.min(max, inside.size()))));
    }

    @Override
    public Folder named(String other) {
      return new Folder(other, modified, listing);
    }
  }

  /**
   * An item that is not read: a link, a pipe, or an item with an error.
   *
   * @param reason the reason, as the end of a sentence
   * @param keepsRow whether it may be a whole submission, which then keeps its row of results
   */
  record Unreadable(String name, String reason, boolean keepsRow) implements Item {
    private static final String LINK = "links are not followed";

    static Unreadable link(String name, boolean keepsRow) {
      return new Unreadable(name, LINK, keepsRow);
    }

    public boolean isLink() {
      return reason.equals(LINK);
    }

    @Override
    public Unreadable named(String other) {
      return new Unreadable(other, reason, keepsRow);
    }
  }

  /** The content of a file. */
  @FunctionalInterface
  interface Content {
    /** Opens the content. The reader limits how many bytes it reads. */
    InputStream open() throws IOException;

    /**
     * Opens the content for reading in any order.
     *
     * @param max the largest number of bytes that may be kept in memory, if that is necessary
     * @param memory counts the bytes that are kept in memory
     */
    default SeekableByteChannel channel(int max, MemoryLimit memory) throws IOException {
      try (InputStream in = open()) {
        byte[] bytes = in.readNBytes(max + 1);
        memory.reserve(bytes.length);
        if (bytes.length > max) {
          throw new RefusedArchiveException("it is larger than " + max + " bytes");
        }
        return new SeekableInMemoryByteChannel(bytes);
      }
    }

    /** Returns content that is already in memory. */
    static Content of(byte[] bytes) {
      return new InMemory(bytes);
    }
  }

  /** A limit for the bytes that are kept in memory. */
  @FunctionalInterface
  interface MemoryLimit {
    /**
     * Counts bytes that are kept in memory.
     *
     * @throws RefusedArchiveException if there are too many
     */
    void reserve(long bytes) throws RefusedArchiveException;
  }

  /** Content that is already in memory. */
  final class InMemory implements Content {
    private final byte[] bytes;

    private InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel channel(int max, MemoryLimit memory) {
      return new SeekableInMemoryByteChannel(bytes);
    }
  }

  /** The content of a folder. */
  @FunctionalInterface
  interface Listing {
    /**
     * Returns the items in the folder, including hidden ones, ordered by name.
     *
     * @param max the largest number of items to return
     */
    List<Item> list(int max) throws IOException;
  }
}
