package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the files that may be Java sources, within limits. */
final class SourceReader {
  /** What documents begin with that people rename to a Java source, or save in its place. */
  private static final List<String> OTHER_FORMATS =
      List.of("PK\3\4", "%PDF", "{\\rtf", "\u00CA\u00FE\u00BA\u00BE", "\u00D0\u00CF\u0011\u00E0");

  /** A page of the web, unlike the marks that Git leaves in a source. */
  private static final Pattern PAGE = Pattern.compile("\\s*+<(?!<).*+", Pattern.DOTALL);

  private static final Pattern ENDING = Pattern.compile("(?i)(\\.java|\\.txt)+$");

  private final IntakeLimits limits;
  private final Notices notices;
  private final LeftOutFiles leftOut;
  private long bytesTaken;

  SourceReader(IntakeLimits limits, Notices notices, LeftOutFiles leftOut) {
    this.limits = limits;
    this.notices = notices;
    this.leftOut = leftOut;
  }

  /** Returns the source in a file; empty if there is none, which a notice says. */
  Optional<SubmittedSource> read(FoundFile file) {
    Optional<byte[]> bytes = bytes(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    SourceText text = SourceText.of(bytes.get());
    if (!isText(bytes.get(), text.text())) {
      leftOut.add(file.displayPath());
      return Optional.empty();
    }
    DeclaredTypes types = DeclaredTypes.in(text.text());
    if (!file.isNamedJava() && !types.isJava()) {
      leftOut.add(file.displayPath());
      return Optional.empty();
    }
    bytesTaken += bytes.get().length;
    return Optional.of(
        new SubmittedSource(
            file.displayPath(),
            PackageDeclaration.in(text.text()),
            name(file.displayPath(), types),
            text.text(),
            text.encodingNotice(),
            types,
            file.rank(),
            file.nesting(),
            Optional.empty()));
  }

  /** Returns the file name that javac expects for the public type, or else for the file's own. */
  private static String name(String displayPath, DeclaredTypes types) {
    String stem = ENDING.matcher(FileNames.last(displayPath)).replaceFirst("");
    List<String> names = types.types().stream().map(DeclaredTypes.Type::name).toList();
    String type =
        types.publicName().orElse(names.isEmpty() || names.contains(stem) ? stem : names.get(0));
    return type + SubmittedSource.JAVA;
  }

  private static boolean isText(byte[] bytes, String text) {
    String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return OTHER_FORMATS.stream().noneMatch(start::startsWith)
        && !PAGE.matcher(text).matches()
        && text.indexOf('\0') < 0;
  }

  private Optional<byte[]> bytes(FoundFile file) {
    String displayPath = file.displayPath();
    int max = file.isNamedJava() ? limits.sourceBytes() : limits.textBytes();
    byte[] bytes;
    try (InputStream in = file.file().content().open()) {
      bytes = in.readNBytes(max + 1);
    } catch (RefusedArchiveException refused) {
      leaveOut(file, refused.getMessage());
      return Optional.empty();
    } catch (IOException unreadable) {
      // The library's messages about archives name its own classes.
      String reason = file.nesting() > 0 ? "its archive is damaged" : IoReason.of(unreadable);
      notices.addLost(displayPath + " cannot be read: " + reason);
      return Optional.empty();
    } catch (RuntimeException damaged) {
      notices.addLost(displayPath + " cannot be read: its archive is damaged");
      return Optional.empty();
    }
    if (bytes.length > max) {
      leaveOut(file, "it is larger than " + max + " bytes");
      return Optional.empty();
    }
    if (bytesTaken + bytes.length > limits.allBytes()) {
      leaveOut(file, "all sources together may have at most " + limits.allBytes() + " bytes");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  /** The limits for other texts do not matter to people. */
  private void leaveOut(FoundFile file, String reason) {
    if (file.isNamedJava()) {
      notices.addLost(file.displayPath() + " is left out: " + reason);
    } else {
      leftOut.add(file.displayPath());
    }
  }
}
