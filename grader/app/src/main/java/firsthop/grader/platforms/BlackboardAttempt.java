package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one attempt in a download of Blackboard, and its receipt. */
final class BlackboardAttempt {
  private final BlackboardFileName name;
  private final Map<String, Item> files = new TreeMap<>();
  private Optional<Item.File> receipt = Optional.empty();

  BlackboardAttempt(BlackboardFileName name) {
    this.name = name;
  }

  BlackboardFileName name() {
    return name;
  }

  void add(BlackboardFileName of, Item item) {
    if (of.file().isPresent()) {
      files.put(of.file().get(), item);
    } else if (item instanceof Item.File file) {
      receipt = Optional.of(file);
    }
  }

  /** Returns the receipt; empty if there is none or it cannot be read. */
  Optional<BlackboardReceipt> receipt() {
    return receipt.flatMap(BlackboardReceipt::read);
  }

  /** Returns the files under the names that the student gave them, and the typed text. */
  List<Item> content() {
    Optional<BlackboardReceipt> read = receipt();
    Map<String, String> original = new HashMap<>();
    read.ifPresent(known -> original.putAll(known.originalNames()));
    List<Item> content = new ArrayList<>();
    files.forEach(
        (file, item) -> content.add(item.named(original.getOrDefault(item.name(), file))));
    String text = read.map(BlackboardReceipt::text).orElse("");
    if (!text.isEmpty()) {
      content.addAll(TypedText.of("text", text));
    } else if (files.isEmpty()) {
      content.add(
          new Item.Unreadable(
              name.attempt() + ".txt", "the attempt has no file and no text", true));
    }
    return content;
  }
}
