package firsthop.grader.proving;

import firsthop.grader.course.Lab;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which classes of a lab's reference use which, as their sources say. */
record Uses(Lab lab) {

  /** Returns these classes, and all that use one of them, directly or through others. */
  Set<String> dependents(Set<String> classes) {
    Set<String> all = new TreeSet<>(classes);
    int before;
    do {
      before = all.size();
      lab.solutions()
          .forEach(
              (path, text) -> {
                if (names(all).matcher(text).find()) {
                  all.add(simpleName(path));
                }
              });
    } while (all.size() > before);
    return all;
  }

  /** Returns these classes, and all that one of them uses, directly or through others. */
  Set<String> needs(Set<String> classes) {
    Set<String> all = new TreeSet<>(classes);
    int before;
    do {
      before = all.size();
      lab.solutions()
          .forEach(
              (path, text) -> {
                if (all.contains(simpleName(path))) {
                  lab.solutions().keySet().stream()
                      .map(Uses::simpleName)
                      .filter(name -> names(Set.of(name)).matcher(text).find())
                      .forEach(all::add);
                }
              });
    } while (all.size() > before);
    return all;
  }

  /** Returns the reference's sources of these classes, by path. */
  Map<String, String> sources(Set<String> classes) {
    Map<String, String> sources = new TreeMap<>(lab.solutions());
    sources.keySet().removeIf(path -> !classes.contains(simpleName(path)));
    return sources;
  }

  /** Returns the class that a path is named after. */
  static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  private static Pattern names(Set<String> classes) {
    return Pattern.compile("\\b(" + String.join("|", classes) + ")\\b");
  }
}
