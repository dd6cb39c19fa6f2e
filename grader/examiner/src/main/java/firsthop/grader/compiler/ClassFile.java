package firsthop.grader.compiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory: from the class path, or compiled. */
final class ClassFile extends SimpleJavaFileObject {
  private final String binaryName;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ClassFile(String binaryName) {
    super(URI.create("class:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
    this.binaryName = binaryName;
  }

  ClassFile(String binaryName, byte[] content) {
    this(binaryName);
    bytes.writeBytes(content);
  }

  String binaryName() {
    return binaryName;
  }

  String packageName() {
    int dot = binaryName.lastIndexOf('.');
    return dot < 0 ? "" : binaryName.substring(0, dot);
  }

  byte[] content() {
    return bytes.toByteArray();
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(content());
  }

  @Override
  public OutputStream openOutputStream() {
    bytes.reset();
    return bytes;
  }
}
