package firsthop.grader.archives;

import firsthop.grader.common.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files and folders on a disk. Links are not followed. */
public final class DiskItems {
  private DiskItems() {}

  /** Returns the item at a path; unreadable if it is a link, a special file or has an error. */
  public static Item at(Path path) {
    String name = name(path);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException unreadable) {
      return new Item.Unreadable(name, "it cannot be read: " + IoReason.of(unreadable), true);
    }
    long modified = attributes.lastModifiedTime().toMillis();
    if (attributes.isDirectory()) {
      return new Item.Folder(name, modified, max -> list(path, null, max));
    }
    if (attributes.isSymbolicLink()) {
      return Item.Unreadable.link(name, !Files.isRegularFile(path));
    }
    return attributes.isRegularFile()
        ? new Item.File(name, modified, new OnDisk(path))
        : new Item.Unreadable(name, "it is not a regular file", false);
  }

  /**
   * Returns a folder, without one path inside it.
   *
   * @param name the name of the folder
   * @param leftOut the path that is left out, even if it is written in another way; null for none
   */
  public static Item.Folder folder(Path path, String name, @Nullable Path leftOut) {
    return new Item.Folder(name, 0, max -> list(path, leftOut, max));
  }

  /** Returns an existing file, which a link may lead to. */
  public static Item.File file(Path path) {
    return new Item.File(name(path), 0, new OnDisk(path));
  }

  private static List<Item> list(Path folder, @Nullable Path leftOut, int max) throws IOException {
    List<Item> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        if (inside.size() >= max) {
          break;
        }
        if (leftOut == null || !same(path, leftOut.toAbsolutePath().normalize())) {
          inside.add(at(path));
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    inside.sort(Comparator.comparing(Item::name));
    return inside;
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException missing) {
      return false;
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  private record OnDisk(Path path) implements Item.Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public SeekableByteChannel channel(int max, Item.MemoryLimit memory) throws IOException {
      return Files.newByteChannel(path);
    }
  }
}
