package firsthop.grader.compiler;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final String path;
  private final String text;

  SourceFile(String path, String text) {
    super(URI.create("source:///" + path), Kind.SOURCE);
    this.path = path;
    this.text = text;
  }

  String path() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
