package firsthop.grader.archives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A file or a folder that was handed in, on a disk or in an archive. Nothing of it is read before
 * it is asked for, and nothing is ever unpacked to a disk.
 */
public sealed interface Item {
  /** Returns its name, without the folders that it lies in. */
  String name();

  /**
   * A regular file.
   *
   * @param modified when it was last written, in milliseconds since 1970; 0 where nobody says
   */
  record File(String name, long modified, Content content) implements Item {}

  /**
   * A folder.
   *
   * @param modified as of a {@link File}
   */
  record Folder(String name, long modified, Listing listing) implements Item {}

  /**
   * What is neither, or is not looked at: a link, a pipe, what may not be read.
   *
   * @param why the end of a sentence
   * @param row whether it may stand for a whole submission, which keeps its row then
   */
  record Oddity(String name, String why, boolean row) implements Item {
    private static final String LINK = "links are not followed";

    static Oddity link(String name, boolean row) {
      return new Oddity(name, LINK, row);
    }

    public boolean isLink() {
      return why.equals(LINK);
    }
  }

  /** What is in a file. */
  @FunctionalInterface
  interface Content {
    /** Returns its bytes; whoever reads them knows how many they want. */
    InputStream open() throws IOException;

    /**
     * Returns its bytes in any order.
     *
     * @param most how many of them may be held in memory, should they have to be
     * @param held is told how many are
     */
    default SeekableByteChannel channel(int most, Holder held) throws IOException {
      try (InputStream in = open()) {
        byte[] bytes = in.readNBytes(most + 1);
        held.hold(bytes.length);
        if (bytes.length > most) {
          throw new RefusedArchiveException("it is larger than " + most + " bytes");
        }
        return new SeekableInMemoryByteChannel(bytes);
      }
    }

    /** Returns what is in memory already. */
    static Content of(byte[] bytes) {
      return new InMemory(bytes);
    }
  }

  /** Hears of bytes that are kept in memory. */
  @FunctionalInterface
  interface Holder {
    /** Takes them in, or refuses them. */
    void hold(long bytes) throws RefusedArchiveException;
  }

  /** What is in memory already. */
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
    public SeekableByteChannel channel(int most, Holder held) {
      return new SeekableInMemoryByteChannel(bytes);
    }
  }

  /** What is in a folder. */
  @FunctionalInterface
  interface Listing {
    /**
     * Returns what lies in the folder, hidden items too, ordered by name.
     *
     * @param most how many are wanted; one more shows that there are more
     */
    List<Item> list(int most) throws IOException;
  }
}
