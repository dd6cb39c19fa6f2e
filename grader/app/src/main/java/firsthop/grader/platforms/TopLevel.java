package firsthop.grader.platforms;

import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The top level of the folder or archive that an instructor gave. All names are in NFC, so that a
 * person has one name, also if a Mac made some of the files.
 *
 * @param name the name of the folder or archive
 * @param root the folder itself
 * @param items the items in it, without hidden ones
 */
public record TopLevel(String name, Item.Folder root, List<Item> items) {
  /** Far more than a class has, and few enough to read. */
  private static final int MAX_ITEMS = 100_000;

  /** The folder in which the archiver of macOS stores metadata. */
  private static final String MAC_METADATA = "__MACOSX";

  /**
   * Reads the top level of a folder.
   *
   * @throws BadInputException if the folder cannot be read
   */
  public static TopLevel of(String name, Item.Folder root) throws BadInputException {
    try {
      List<Item> items =
          root.listing().list(MAX_ITEMS).stream()
              .filter(item -> !item.name().startsWith(".") && !item.name().equals(MAC_METADATA))
              .map(item -> item.named(composed(item.name())))
              .toList();
      return new TopLevel(composed(name), root, items);
    } catch (IOException unreadable) {
      throw new BadInputException(name + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * Returns the inner folder if it is the only item, beside archives of the same name; else empty.
   */
  public Optional<TopLevel> inner() throws BadInputException {
    List<Item> others = items.stream().filter(item -> !isArchive(item)).toList();
    return others.size() == 1
            && others.get(0) instanceof Item.Folder folder
            && items.stream()
                .filter(TopLevel::isArchive)
                .allMatch(item -> ArchiveKind.stem(item.name()).equals(folder.name()))
        ? Optional.of(of(name, folder))
        : Optional.empty();
  }

  /** Returns the archives in it. */
  public List<Item.File> archives() {
    return items.stream().filter(TopLevel::isArchive).map(Item.File.class::cast).toList();
  }

  /** Returns the same top level without some of its items. */
  public TopLevel without(Collection<? extends Item> leftOut) {
    List<Item> others = items.stream().filter(item -> !leftOut.contains(item)).toList();
    return new TopLevel(name, Item.Folder.of(root.name(), others), others);
  }

  /** Returns whether an item may be a submission: a folder or an archive. */
  static boolean isFolderOrArchive(Item item) {
    return item instanceof Item.Folder || isArchive(item);
  }

  /** Returns whether an item is named like an archive, also of an unsupported kind. */
  static boolean isArchive(Item item) {
    return item instanceof Item.File
        && (ArchiveKind.hasArchiveName(item.name()) || ArchiveKind.hasUnsupportedName(item.name()));
  }

  /** Returns whether an item is a Java source. */
  static boolean isSource(Item item) {
    return item instanceof Item.File && SourceFileName.matches(item.name());
  }
}
