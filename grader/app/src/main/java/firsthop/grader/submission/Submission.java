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
 * The work of one student, or one group.
 *
 * @param id the name of its row of results
 * @param sources the sources by lab id, then by path such as {@code
 *     firsthop/udp/MyUdpEchoServer.java}; a lab without any file has no entry
 * @param notices messages for the instructor about how the submission arrived
 * @param arrival who handed it in, when, and on which platform
 * @param lost whether something could not be read which may be a part of the work, such as a
 *     damaged archive
 * @param fileNotices those of the notices that are about its files; students see them too
 */
public record Submission(
    String id,
    Map<String, Map<String, String>> sources,
    List<String> notices,
    SubmissionOrigin arrival,
    boolean lost,
    List<String> fileNotices) {

  /** Creates a submission of unknown origin whose files could all be read. */
  public Submission(String id, Map<String, Map<String, String>> sources, List<String> notices) {
    this(id, sources, notices, SubmissionOrigin.UNKNOWN, false, List.of());
  }

  /** Returns the sources of a lab, by path. */
  public Map<String, String> of(String lab) {
    return sources.getOrDefault(lab, Map.of());
  }

  /** Returns whether the submission has a class that a lab asks for, so that it can be graded. */
  public boolean hasWorkFor(Lab lab) {
    return of(lab.id()).keySet().stream().anyMatch(lab.skeletons()::containsKey);
  }

  /** Returns whether something could not be read and nothing was found for these labs. */
  public boolean isUnreadable(Collection<Lab> labs) {
    return lost && labs.stream().noneMatch(this::hasWorkFor);
  }

  /**
   * Returns the number of lines of each file, by its name without folders. If two labs have a file
   * of the same name, the longer one counts.
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

  /** Returns the SHA-256 of all sources, in hexadecimal. */
  public String digest() {
    return digest(sources.values());
  }

  /** Returns the SHA-256 of the sources of one lab, in hexadecimal. */
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
