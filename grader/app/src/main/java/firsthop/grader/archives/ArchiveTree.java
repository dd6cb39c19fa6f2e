package firsthop.grader.archives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes folders of the paths in an archive, within limits. */
final class ArchiveTree {
  private final ArchiveLimits limits;
  private final ReadBudget allowance;
  private final Notices notices;
  private final Node root = new Node();

  ArchiveTree(ArchiveLimits limits, ReadBudget allowance, Notices notices) {
    this.limits = limits;
    this.allowance = allowance;
    this.notices = notices;
  }

  /** Adds a folder. */
  void addFolder(String path) throws IOException {
    List<String> parts = parts(path);
    if (!parts.isEmpty()) {
      below(parts);
    }
  }

  /**
   * Adds what is no folder. Of two at the same path the last counts, as it would for whoever
   * unpacks the archive.
   *
   * @param item makes it for its name
   */
  void add(String path, Function<String, Item> item) throws IOException {
    List<String> parts = parts(path);
    if (parts.isEmpty()) {
      return;
    }
    String name = parts.get(parts.size() - 1);
    Node folder = below(parts.subList(0, parts.size() - 1));
    if (folder.files.put(name, item.apply(name)) != null) {
      notices.add(path + " is in the archive more than once; the last one counts");
    }
  }

  /** Returns all that was added. */
  Item.Folder folder(String name) {
    return root.item(name);
  }

  /** Returns the names of a path; none, when it is left out. */
  private List<String> parts(String path) throws IOException {
    allowance.enter(path);
    try {
      List<String> parts = EntryName.parts(path);
      if (parts.size() <= limits.depth()) {
        return parts;
      }
      notices.add(path + " is left out: it lies more than " + limits.depth() + " names deep");
    } catch (IllegalArgumentException leadsOut) {
      notices.add(path + " is left out: " + leadsOut.getMessage());
    }
    return List.of();
  }

  private Node below(List<String> parts) {
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

    private List<Item> list(int most) {
      List<Item> inside = new ArrayList<>(files.values());
      folders.forEach((name, node) -> inside.add(node.item(name)));
      inside.sort(Comparator.comparing(Item::name));
      return inside.subList(0, Math.min(most, inside.size()));
    }
  }
}
