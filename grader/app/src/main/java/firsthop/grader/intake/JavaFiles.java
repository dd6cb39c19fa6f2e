package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.IoReason;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the Java files of a submission, in folders and in archives, within limits, and in the same
 * order on every machine. Links are not followed; what is hidden ({@code .git}, {@code ._MyX.java})
 * is not looked at.
 */
final class JavaFiles implements Closeable {
  private static final String JAVA = ".java";
  private static final String IN_A_LAB = "src/main/java/";

  /**
   * A file that was found.
   *
   * @param shown where, for messages
   * @param rank what was handed in later has a lower one, where that is known
   * @param nesting how many archives it lies in
   */
  record Found(String shown, Item.File file, int rank, int nesting) {
    private long depth() {
      return shown.chars().filter(letter -> letter == '/').count();
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
   * Returns the files. Where one class lies in two places the first counts: what was handed in
   * last, then what lies in no archive, then what lies where a lab has its sources, then what lies
   * higher up.
   *
   * @param newestFirst whether what lies at the top is in the order in which it was handed in
   */
  List<Found> find(Item root, boolean newestFirst) {
    if (root instanceof Item.Oddity oddity) {
      notices.addLost(oddity.isLink() ? "it is a link; " + oddity.why() : oddity.why());
    } else if (root instanceof Item.File file) {
      unpack(file, file.name(), "", 1, 0);
    } else if (root instanceof Item.Folder folder) {
      walk(folder, "", 1, 0, newestFirst);
    }
    found.sort(
        Comparator.comparing(Found::rank)
            .thenComparing(Found::nesting)
            .thenComparing(each -> !each.shown().contains(IN_A_LAB))
            .thenComparing(Found::depth)
            .thenComparing(Found::shown));
    return found;
  }

  @Override
  public void close() {
    for (Archive archive : open) {
      try {
        archive.close();
      } catch (IOException alreadyRead) {
        // All that is wanted of it is there.
      }
    }
  }

  private void walk(Item.Folder folder, String prefix, int depth, int nesting, boolean ranked) {
    List<Item> inside;
    try {
      inside = folder.listing().list(limits.entries() + 1);
    } catch (IOException unreadable) {
      String shown = prefix.isEmpty() ? "the folder" : prefix.substring(0, prefix.length() - 1);
      notices.addLost(shown + " cannot be read: " + IoReason.of(unreadable));
      return;
    }
    for (Item item : inside) {
      if (!full && !item.name().startsWith(".")) {
        visit(item, prefix + item.name(), depth, nesting);
        rank += ranked ? 1 : 0;
      }
    }
  }

  private void visit(Item item, String shown, int depth, int nesting) {
    if (++entries > limits.entries()) {
      stop(limits.entries() + " files and folders");
    } else if (item instanceof Item.Folder folder) {
      if (depth < limits.depth()) {
        walk(folder, shown + "/", depth + 1, nesting, false);
      } else {
        notices.add(shown + " is left out: it lies " + limits.depth() + " folders deep already");
      }
    } else if (item instanceof Item.Oddity oddity) {
      if (oddity.isLink() || shown.endsWith(JAVA)) {
        notices.add(shown + " is left out: " + oddity.why());
      }
    } else if (item instanceof Item.File file) {
      take(file, shown, depth, nesting);
    }
  }

  private void take(Item.File file, String shown, int depth, int nesting) {
    if (ArchiveKind.promisedBy(shown)) {
      unpack(file, shown, shown + "/", depth + 1, nesting);
    } else if (ArchiveKind.unreadByName(shown)) {
      notices.addLost(shown + " is not read: only " + ArchiveKind.ALL + " are");
    } else if (shown.endsWith(JAVA)) {
      if (found.size() == limits.sources()) {
        stop(limits.sources() + " Java files");
      } else {
        found.add(new Found(shown, file, rank, nesting));
      }
    }
  }

  private void unpack(Item.File file, String shown, String prefix, int depth, int nesting) {
    if (nesting == limits.archives().nesting()) {
      notices.addLost(shown + " is not read: it lies in " + nesting + " archives already");
      return;
    }
    try {
      Archive archive = opener.open(file, name -> wanted(name, nesting + 1), notices);
      open.add(archive);
      walk(archive.folder(), prefix, depth, nesting + 1, false);
    } catch (RefusedArchiveException refused) {
      notices.addLost(shown + " is not read: " + refused.getMessage());
    }
  }

  /** What lies too deep to be read is not kept either. */
  private int wanted(String name, int nesting) {
    if (ArchiveKind.promisedBy(name)) {
      return nesting < limits.archives().nesting() ? limits.archives().archiveBytes() : 0;
    }
    return name.endsWith(JAVA) ? limits.sourceBytes() : 0;
  }

  private void stop(String limit) {
    full = true;
    notices.add("only the first " + limit + " are looked at");
  }
}
