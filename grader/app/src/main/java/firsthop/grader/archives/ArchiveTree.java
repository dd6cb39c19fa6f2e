package firsthop.grader.archives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Builds a tree of folders from the paths in an archive, within limits. */
final class ArchiveTree {
  private final ArchiveLimits limits;
  private final ReadBudget budget;
  private final Notices notices;
  private final Node root = new Node();

  ArchiveTree(ArchiveLimits limits, ReadBudget budget, Notices notices) {
    this.limits = limits;
    this.budget = budget;
    this.notices = notices;
  }

  /** Adds a folder. */
  void addFolder(String path) throws IOException {
    List<String> parts = parts(path);
    if (!parts.isEmpty()) {
      node(parts);
    }
  }

  /**
   * Adds an item that is not a folder. If two have the same path, the last one counts, as it does
   * when the archive is unpacked.
   *
   * @param item creates the item from its name
   */
  void add(String path, Function<String, Item> item) throws IOException {
    List<String> parts = parts(path);
    if (parts.isEmpty()) {
      return;
    }
    String name = parts.get(parts.size() - 1);
    Node folder = node(parts.subList(0, parts.size() - 1));
    if (folder.files.put(name, item.apply(name)) != null) {
      notices.add(path + " is in the archive more than once; the last one counts");
    }
  }

  /** Returns everything that was added, as one folder. */
  Item.Folder folder(String name) {
    return root.item(name);
  }

  /** Returns the names in a path; an empty list if the entry is left out. */
  private List<String> parts(String path) throws IOException {
    budget.addEntry(path);
    try {
      List<String> parts = EntryName.parts(path);
      if (parts.size() <= limits.depth()) {
        return parts;
      }
      notices.addLost(path + " is left out: it is more than " + limits.depth() + " levels deep");
    } catch (IllegalArgumentException outside) {
      notices.addLost(path + " is left out: " + outside.getMessage());
    }
    return List.of();
  }

  private Node node(List<String> parts) {
    Node node = root;
    for (String part : parts) {
      node = node.folders.computeIfAbsent(part, first -> new Node());
    }
    return node;
  }

  private static final class Node {
    private final Map<String, Node> folders = new TreeMap<>();
    private final Map<String, Item> files = new TreeMap<>();

    Item.Folder item(String name) {
      return new Item.Folder(name, 0, this::list);
    }

    private List<Item> list(int max) {
      List<Item> inside = new ArrayList<>(files.values());
      folders.forEach((name, node) -> inside.add(node.item(name)));
      inside.sort(Comparator.comparing(Item::name));
      return inside.subList(0, Math.min(max, inside.size()));
    }
  }
}
