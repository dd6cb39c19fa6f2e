package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.IoReason;
import firsthop.grader.platforms.ProgramFileName;
import firsthop.grader.platforms.SourceFileName;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the Java files of a submission in folders and archives, within limits, and in the same
 * order on every machine. Links are not followed. Files that programs make for themselves ({@code
 * .git}, {@code ._MyX.java}) are ignored.
 */
final class JavaFiles implements Closeable {
  /** A library for Java, in which nobody looks for a student's text files. */
  private static final String LIBRARY = ".jar";

  private final IntakeLimits limits;
  private final Notices notices;
  private final LeftOutFiles leftOut;
  private final FoundFiles found;
  private final Archive.Opener opener;
  private final List<Archive> open = new ArrayList<>();
  private int entries;
  private int files;
  private int rank;
  private boolean full;
  private boolean looksLikeWork;

  /**
   * Creates a search.
   *
   * @param leftOut receives the files that are not Java sources
   */
  JavaFiles(IntakeLimits limits, Notices notices, LeftOutFiles leftOut) {
    this.limits = limits;
    this.notices = notices;
    this.leftOut = leftOut;
    this.found = new FoundFiles(limits, leftOut);
    this.opener = new Archive.Opener(limits.archives());
  }

  /**
   * Returns the files that may be sources, in the order in which they should be read.
   *
   * @param newestFirst whether the items at the top are ordered by time, newest first
   */
  List<FoundFile> find(Item root, boolean newestFirst) {
    if (root instanceof Item.Unreadable unreadable) {
      notices.addLost(
          unreadable.isLink() ? "it is a link; " + unreadable.reason() : unreadable.reason());
    } else if (root instanceof Item.File file) {
      looksLikeWork = true;
      unpack(file, file.name(), "", 1, 0);
    } else if (root instanceof Item.Folder folder) {
      walk(folder, "", 1, 0, newestFirst);
    }
    return found.sorted();
  }

  /** Returns whether a file came in that is named as a Java source or as an archive. */
  boolean looksLikeWork() {
    return looksLikeWork;
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
      if (!full && !ProgramFileName.matches(item.name())) {
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
        notices.addLost(
            displayPath + " is left out: files may be at most " + limits.depth() + " levels deep");
      }
    } else if (item instanceof Item.Unreadable unreadable) {
      files++;
      notices.addLost(displayPath + " is left out: " + unreadable.reason());
    } else if (item instanceof Item.File file) {
      files++;
      addFile(file, displayPath, depth, nesting);
    }
  }

  private void addFile(Item.File file, String displayPath, int depth, int nesting) {
    if (FileNames.isOfHandout(displayPath) || FileNames.isBuildOutput(displayPath)) {
      leftOut.addExpected(displayPath);
    } else if (ArchiveKind.hasArchiveName(displayPath)) {
      looksLikeWork |= !ArchiveKind.hasNameOfPackedFile(displayPath);
      unpack(file, displayPath, displayPath + "/", depth + 1, nesting);
    } else if (ArchiveKind.hasUnsupportedName(displayPath)) {
      looksLikeWork = true;
      notices.addLost(displayPath + " is not read: the supported archives are " + ArchiveKind.ALL);
    } else {
      boolean isNamedJava = SourceFileName.matches(displayPath);
      looksLikeWork |= isNamedJava;
      if (!found.add(new FoundFile(displayPath, file, rank, nesting, isNamedJava))) {
        stop(limits.sources() + " Java files");
      }
    }
  }

  private void unpack(Item.File file, String displayPath, String prefix, int depth, int nesting) {
    if (nesting == limits.archives().nesting()) {
      notices.addLost(displayPath + " is not read: it is already inside " + nesting + " archives");
      return;
    }
    int filesBefore = files;
    int noticesBefore = notices.count();
    FoundFiles.Count before = found.count();
    try {
      Archive archive = opener.open(file, name -> maxSize(name, nesting + 1), notices);
      open.add(archive);
      walk(archive.folder(), prefix, depth, nesting + 1, false);
    } catch (RefusedArchiveException refused) {
      notices.addLost(displayPath + " is not read: " + refused.getMessage());
      return;
    }
    boolean isLibrary = displayPath.toLowerCase(Locale.ROOT).endsWith(LIBRARY);
    boolean isEmpty = files == filesBefore && notices.count() == noticesBefore;
    if (isEmpty || isLibrary && found.count().sources() == before.sources()) {
      found.replaceAfter(before, displayPath);
    }
  }

  /** Returns the largest size of a file that will be read; 0 if it is nested too deep. */
  private int maxSize(String name, int nesting) {
    if (ArchiveKind.hasArchiveName(name)) {
      return nesting < limits.archives().nesting() ? limits.archives().archiveBytes() : 0;
    }
    return found.maxSize(name);
  }

  private void stop(String limit) {
    full = true;
    notices.addLost("only the first " + limit + " are read");
  }
}
