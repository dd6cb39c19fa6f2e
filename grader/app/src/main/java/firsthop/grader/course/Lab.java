package firsthop.grader.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One lab.
 *
 * @param id the id, such as {@code lab01}
 * @param folder the folder's name, such as {@code lab01-addresses}
 * @param given the instructor's sources except the skeletons, including public tests, by path in
 *     the source folder, such as {@code firsthop/addresses/Ipv4Codec.java}
 * @param skeletons the skeletons {@code MyX.java}, by path
 * @param solutions the reference solution, by path
 * @param classes the compiled contracts and the classes that they use, by binary name; no {@code
 *     MyX}
 */
public record Lab(
    String id,
    String folder,
    Map<String, String> given,
    Map<String, String> skeletons,
    Map<String, String> solutions,
    Map<String, byte[]> classes) {

  /** The prefix of the names of students' classes. */
  public static final String STUDENTS = "My";

  /** Returns the lab's number, which is the first part of its exercises' ids. */
  public int number() {
    return Integer.parseInt(id.substring("lab".length()));
  }

  /** Returns the packages that belong to the lab, as paths. */
  public Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    for (Map<String, String> sources : List.of(given, skeletons)) {
      sources.keySet().forEach(path -> packages.add(path.substring(0, path.lastIndexOf('/'))));
    }
    return packages;
  }

  /** Returns whether a source or class with this path is one that the student writes. */
  public static boolean isStudents(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(STUDENTS);
  }

  /** Returns the path of the student's class for a contract, by the contract's binary name. */
  public static String studentPath(String contract) {
    int simple = contract.lastIndexOf('.') + 1;
    return contract.substring(0, simple).replace('.', '/')
        + STUDENTS
        + contract.substring(simple)
        + ".java";
  }

  /** Returns the skeletons, where these sources replace or complete them. */
  public Map<String, String> overlaid(Map<String, String> sources) {
    Map<String, String> all = new TreeMap<>(skeletons);
    all.putAll(sources);
    return all;
  }
}
