package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.NameKey;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gradescope's export of a programming assignment: folders named {@code submission_id}, and the
 * file {@code submission_metadata.yml}, which says who handed in each of them, and when.
 */
public record GradescopeDownload() implements Platform {
  private static final String GRADESCOPE = "Gradescope";
  private static final String METADATA = "submission_metadata.yml";
  private static final Pattern NAME = Pattern.compile("submission_(\\d+)");

  /** The file also has the output of all tests of a class. */
  private static final int MAX_METADATA_BYTES = 256 << 20;

  @Override
  public String platform() {
    return GRADESCOPE;
  }

  @Override
  public boolean names(Item item) {
    return isNamed(item);
  }

  @Override
  public boolean describes(Item item) {
    return item.name().equals(METADATA);
  }

  @Override
  public Optional<Download> recognize(TopLevel top) throws BadInputException {
    Optional<Item.File> metadata =
        top.items().stream()
            .filter(item -> item.name().equals(METADATA))
            .filter(Item.File.class::isInstance)
            .map(Item.File.class::cast)
            .findFirst();
    if (metadata.isEmpty() && !DownloadLayout.matchesMost(top, GradescopeDownload::isNamed)) {
      return Optional.empty();
    }
    List<String> remarks = new ArrayList<>();
    Map<String, GradescopeMetadata> known = Map.of();
    if (metadata.isPresent()) {
      known = read(metadata.get());
    } else {
      remarks.add("there is no " + METADATA + ", so names and times are unknown");
    }
    List<ReceivedSubmission> submissions = new ArrayList<>();
    for (Item item : top.items()) {
      if (isNamed(item)) {
        submissions.add(
            received(item, known.getOrDefault(item.name(), GradescopeMetadata.UNKNOWN)));
      }
    }
    TreeSet<String> absent = new TreeSet<>(known.keySet());
    submissions.forEach(each -> absent.remove(each.id()));
    if (!absent.isEmpty()) {
      remarks.add("in " + METADATA + ", but not in the export: " + String.join(", ", absent));
    }
    List<String> unknown = new ArrayList<>();
    for (ReceivedSubmission each : submissions) {
      if (metadata.isPresent() && !known.containsKey(each.id())) {
        unknown.add(each.id());
      }
    }
    if (!unknown.isEmpty()) {
      remarks.add(
          "not in " + METADATA + ", so names and times are unknown: " + String.join(", ", unknown));
    }
    List<ReceivedSubmission> newest =
        NewestAttempt.of(submissions, GradescopeDownload::submitterKey);
    return Optional.of(
        new Download(
            "a Gradescope export of " + Download.count(newest.size(), "submission"),
            newest,
            remarks));
  }

  private static boolean isNamed(Item item) {
    return NAME.matcher(item.name()).matches();
  }

  private static ReceivedSubmission received(Item item, GradescopeMetadata metadata) {
    Matcher matcher = NAME.matcher(item.name());
    String account = matcher.matches() ? matcher.group(1) : "";
    String people =
        metadata.submitters().stream()
            .map(GradescopeMetadata.Submitter::name)
            .collect(Collectors.joining(", "));
    List<ReceivedSubmission.Identity> identities =
        metadata.submitters().isEmpty()
            ? List.of(new ReceivedSubmission.Identity("", List.of(item.name())))
            : metadata.submitters().stream()
                .map(each -> List.of(each.sid(), each.email(), each.name()))
                .map(names -> new ReceivedSubmission.Identity("", names))
                .toList();
    return new ReceivedSubmission(
        item.name(),
        new SubmissionOrigin(GRADESCOPE, people, account, metadata.createdAt(), false),
        item,
        false,
        metadata.createdAt().map(Instant::toEpochMilli).orElse(0L),
        identities,
        List.of(),
        List.of());
  }

  /** Returns a key that is equal for two submissions of the same people. */
  private static String submitterKey(ReceivedSubmission submission) {
    return submission.people().stream()
        .map(each -> NameKey.nfc(String.join("\n", each.names())))
        .sorted()
        .collect(Collectors.joining("\n\n"));
  }

  private static Map<String, GradescopeMetadata> read(Item.File file) throws BadInputException {
    try (InputStream in = file.content().open()) {
      return GradescopeMetadata.read(in, MAX_METADATA_BYTES);
    } catch (IOException unreadable) {
      throw new BadInputException(METADATA + " cannot be read: " + IoReason.of(unreadable));
    } catch (IllegalArgumentException broken) {
      throw new BadInputException(METADATA + ": " + broken.getMessage());
    }
  }
}
