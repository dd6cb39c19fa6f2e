package firsthop.grader.compiler;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final String path;
  private final String text;

  SourceFile(String path, String text) {
    super(uri(path), Kind.SOURCE);
    this.path = path;
    this.text = text;
  }

  /** Encodes the path: a student's file name may contain characters that a URI must not. */
  private static URI uri(String path) {
    try {
      return new URI("source", null, "/" + path, null);
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(path, impossible);
    }
  }

  String path() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
