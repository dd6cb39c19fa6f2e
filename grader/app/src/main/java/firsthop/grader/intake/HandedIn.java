package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody handed in, before it is read.
 *
 * @param id the name under which its marks are entered
 * @param root what it is: a folder, an archive, or what cannot be read
 * @param newestFirst whether what lies at the root's top is in the order in which it was handed in
 * @param order what is larger was handed in later, as far as the same platform says it
 * @param people for each who handed it in, the names by which a roster may know them, the surest
 *     first
 * @param notices what the instructor should know of how it arrived
 */
record HandedIn(
    String id,
    Arrival arrival,
    Item root,
    boolean newestFirst,
    long order,
    List<List<String>> people,
    List<String> notices) {

  /** Make one of a plain folder or archive. */
  static HandedIn plain(String id, Item root, long order) {
    return new HandedIn(id, Arrival.UNKNOWN, root, false, order, List.of(List.of(id)), List.of());
  }

  HandedIn as(String other, Arrival how) {
    return new HandedIn(other, how, root, newestFirst, order, people, notices);
  }

  HandedIn noticed(String notice) {
    List<String> all = new ArrayList<>(notices);
    all.add(notice);
    return new HandedIn(id, arrival, root, newestFirst, order, people, all);
  }
}
