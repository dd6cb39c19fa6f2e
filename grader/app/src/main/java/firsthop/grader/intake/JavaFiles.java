package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.IoReason;
import firsthop.grader.platforms.SourceFileName;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the Java files of a submission in folders and archives, within limits, and in the same
 * order on every machine. Links are not followed. Hidden items ({@code .git}, {@code ._MyX.java})
 * are ignored.
 */
final class JavaFiles implements Closeable {
  private static final String LAB_SOURCES = "src/main/java/";

  /**
   * A file that was found.
   *
   * @param displayPath its path, for messages
   * @param rank a file that was handed in later has a lower rank, if the order is known
   * @param nesting the number of archives that contain it
   */
  record Found(String displayPath, Item.File file, int rank, int nesting) {
    private long depth() {
      return displayPath.chars().filter(letter -> letter == '/').count();
    }
  }

  private final IntakeLimits limits;
  private final Notices notices;
  private final Archive.Opener opener;
  private final List<Archive> open = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private int entries;
  private int rank;
  private boolean full;

  JavaFiles(IntakeLimits limits, Notices notices) {
    this.limits = limits;
    this.notices = notices;
    this.opener = new Archive.Opener(limits.archives());
  }

  /**
   * Returns the files. If a class is in two files, the first file counts. Files that were handed in
   * later come first, then files outside archives, then files in a lab's source folder, then files
   * closer to the top.
   *
   * @param newestFirst whether the items at the top are ordered by time, newest first
   */
  List<Found> find(Item root, boolean newestFirst) {
    if (root instanceof Item.Unreadable unreadable) {
      notices.addLost(
          unreadable.isLink() ? "it is a link; " + unreadable.reason() : unreadable.reason());
    } else if (root instanceof Item.File file) {
      unpack(file, file.name(), "", 1, 0);
    } else if (root instanceof Item.Folder folder) {
      walk(folder, "", 1, 0, newestFirst);
    }
    found.sort(
        Comparator.comparing(Found::rank)
            .thenComparing(Found::nesting)
            .thenComparing(each -> !each.displayPath().contains(LAB_SOURCES))
            .thenComparing(Found::depth)
            .thenComparing(Found::displayPath));
    return found;
  }

  @Override
  public void close() {
    for (Archive archive : open) {
      try {
        archive.close();
      } catch (IOException alreadyRead) {
        // Everything needed was already read.
      }
    }
  }

  private void walk(Item.Folder folder, String prefix, int depth, int nesting, boolean ordered) {
    List<Item> inside;
    try {
      inside = folder.listing().list(limits.entries() + 1);
    } catch (IOException unreadable) {
      String displayPath =
          prefix.isEmpty() ? "the folder" : prefix.substring(0, prefix.length() - 1);
      notices.addLost(displayPath + " cannot be read: " + IoReason.of(unreadable));
      return;
    }
    for (Item item : inside) {
      if (!full && !item.name().startsWith(".")) {
        visit(item, prefix + item.name(), depth, nesting);
        rank += ordered ? 1 : 0;
      }
    }
  }

  private void visit(Item item, String displayPath, int depth, int nesting) {
    if (++entries > limits.entries()) {
      stop(limits.entries() + " files and folders");
    } else if (item instanceof Item.Folder folder) {
      if (depth < limits.depth()) {
        walk(folder, displayPath + "/", depth + 1, nesting, false);
      } else {
        notices.add(
            displayPath + " is left out: files may be at most " + limits.depth() + " levels deep");
      }
    } else if (item instanceof Item.Unreadable unreadable) {
      if (unreadable.isLink()) {
        notices.add(displayPath + " is left out: " + unreadable.reason());
      } else if (unreadable.keepsRow() || SourceFileName.matches(displayPath)) {
        notices.addLost(displayPath + " is left out: " + unreadable.reason());
      }
    } else if (item instanceof Item.File file) {
      addFile(file, displayPath, depth, nesting);
    }
  }

  private void addFile(Item.File file, String displayPath, int depth, int nesting) {
    if (ArchiveKind.hasArchiveName(displayPath)) {
      unpack(file, displayPath, displayPath + "/", depth + 1, nesting);
    } else if (ArchiveKind.hasUnsupportedName(displayPath)) {
      notices.addLost(displayPath + " is not read: the supported archives are " + ArchiveKind.ALL);
    } else if (SourceFileName.matches(displayPath)) {
      if (found.size() == limits.sources()) {
        stop(limits.sources() + " Java files");
      } else {
        found.add(new Found(displayPath, file, rank, nesting));
      }
    }
  }

  private void unpack(Item.File file, String displayPath, String prefix, int depth, int nesting) {
    if (nesting == limits.archives().nesting()) {
      notices.addLost(displayPath + " is not read: it is already inside " + nesting + " archives");
      return;
    }
    try {
      Archive archive = opener.open(file, name -> maxSize(name, nesting + 1), notices);
      open.add(archive);
      walk(archive.folder(), prefix, depth, nesting + 1, false);
    } catch (RefusedArchiveException refused) {
      notices.addLost(displayPath + " is not read: " + refused.getMessage());
    }
  }

  /** Returns the largest size of a file that will be read; 0 if it is nested too deep. */
  private int maxSize(String name, int nesting) {
    if (ArchiveKind.hasArchiveName(name)) {
      return nesting < limits.archives().nesting() ? limits.archives().archiveBytes() : 0;
    }
    return SourceFileName.matches(name) ? limits.sourceBytes() : 0;
  }

  private void stop(String limit) {
    full = true;
    notices.add("only the first " + limit + " are read");
  }
}
