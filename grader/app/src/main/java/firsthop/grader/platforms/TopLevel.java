package firsthop.grader.platforms;

import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What lies at the top of what an instructor gave.
 *
 * @param name by which the whole is called
 * @param root all of it
 * @param items what is in it, but for what is hidden
 */
public record TopLevel(String name, Item.Folder root, List<Item> items) {
  /** Far above a class, far below what would hurt. */
  private static final int MAX_ITEMS = 100_000;

  /** Where a Mac's archiver keeps what is no file. */
  private static final String OF_A_MAC = "__MACOSX";

  public static TopLevel of(String name, Item.Folder root) throws BadInputException {
    try {
      List<Item> items =
          root.listing().list(MAX_ITEMS).stream()
              .filter(item -> !item.name().startsWith(".") && !item.name().equals(OF_A_MAC))
              .toList();
      return new TopLevel(name, root, items);
    } catch (IOException unreadable) {
      throw new BadInputException(name + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  /** Returns the folder that all of it lies in, if it does. */
  public Optional<TopLevel> inner() throws BadInputException {
    return items.size() == 1 && items.get(0) instanceof Item.Folder folder
        ? Optional.of(of(name, folder))
        : Optional.empty();
  }

  /** Tells whether something in it is worth a submission: a folder or an archive. */
  static boolean isFolderOrArchive(Item item) {
    return item instanceof Item.Folder || isArchive(item);
  }

  /** Tells whether it is an archive by its name, one that is not read too. */
  static boolean isArchive(Item item) {
    return item instanceof Item.File
        && (ArchiveKind.promisedBy(item.name()) || ArchiveKind.unreadByName(item.name()));
  }

  /** Tells whether it is a source. */
  static boolean isSource(Item item) {
    return item instanceof Item.File && item.name().endsWith(".java");
  }
}
