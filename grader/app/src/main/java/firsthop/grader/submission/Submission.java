package firsthop.grader.submission;

import firsthop.grader.course.Lab;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What one student, or one group, handed in.
 *
 * @param id the name under which its marks are entered
 * @param sources by lab id, then by path such as {@code firsthop/udp/MyUdpEchoServer.java}; a lab
 *     for which nothing was handed in is absent
 * @param notices what the instructor should know of how it arrived
 * @param arrival how it came
 * @param lost whether something could not be read that may be work, such as a damaged archive
 * @param fileNotices those of the notices that are about its files, so that they are the student's
 *     to know, too
 */
public record Submission(
    String id,
    Map<String, Map<String, String>> sources,
    List<String> notices,
    SubmissionOrigin arrival,
    boolean lost,
    List<String> fileNotices) {

  /** Makes one of which all could be read, and it is not known how it came. */
  public Submission(String id, Map<String, Map<String, String>> sources, List<String> notices) {
    this(id, sources, notices, SubmissionOrigin.UNKNOWN, false, List.of());
  }

  /** Returns the sources of a lab. */
  public Map<String, String> of(String lab) {
    return sources.getOrDefault(lab, Map.of());
  }

  /** Tells whether anything was handed in for a lab that an exercise of it could be graded by. */
  public boolean hasWorkFor(String lab) {
    return of(lab).keySet().stream().anyMatch(Lab::isStudents);
  }

  /** Tells whether nothing was found for these labs where something could not be read. */
  public boolean isUnreadable(Collection<Lab> labs) {
    return lost && labs.stream().noneMatch(lab -> hasWorkFor(lab.id()));
  }

  /**
   * Returns how many lines each file has, by its name alone; where two labs have a file of that
   * name, the longer one's.
   */
  public Map<String, Integer> lines() {
    Map<String, Integer> lines = new HashMap<>();
    for (Map<String, String> files : sources.values()) {
      files.forEach(
          (path, text) ->
              lines.merge(
                  path.substring(path.lastIndexOf('/') + 1),
                  (int) text.lines().count(),
                  Math::max));
    }
    return lines;
  }

  /** Returns the SHA-256 of all that is graded, in hexadecimal. */
  public String digest() {
    return digest(sources.values());
  }

  /** Returns the SHA-256 of what is graded in one lab, in hexadecimal. */
  public String digest(String lab) {
    return digest(List.of(of(lab)));
  }

  private static String digest(Collection<Map<String, String>> labs) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      labs.stream()
          .flatMap(files -> files.entrySet().stream())
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              file -> {
                add(digest, file.getKey());
                add(digest, file.getValue());
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
