package firsthop.grader.course;

import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A checkout with one lab, small enough for a test; its jars hold names instead of classes. */
public record MadeUpCheckout(Path home) {
  public static final String SKELETON =
      "package firsthop.addresses;\nclass MyCodec { int x = Todo.exercise(\"1.1\"); }\n";

  /** Writes the sources. */
  public static MadeUpCheckout at(Path home) throws IOException {
    return new MadeUpCheckout(home)
        .with("pom.xml", "<project/>")
        .with(
            "lab-parent/pom.xml",
            "<project><labkit.version>0.1.0-SNAPSHOT</labkit.version>"
                + "<!-- Only in a checkout: --><profiles>solution</profiles></project>")
        .with("mvnw", "the wrapper")
        .with("LICENSE", "Apache")
        .with("README.md", "for instructors")
        .with("labkit/pom.xml", "<project/>")
        .with("labkit/README.md", "for students")
        .with("labkit/src/main/java/firsthop/kit/Todo.java", "package firsthop.kit;")
        .with("labkit/src/main/resources/META-INF/services/listener", "firsthop.kit.Board")
        .with("labkit/src/test/java/firsthop/kit/TodoTest.java", "package firsthop.kit;")
        .with("lab", "#!/bin/sh")
        .with("labtool/pom.xml", "<project/>")
        .with("labtool/src/main/java/firsthop/tool/LabTool.java", "package firsthop.tool;")
        .with("labtool/src/test/java/firsthop/tool/LabToolTest.java", "package firsthop.tool;")
        .with("lab01-addresses/pom.xml", "<project/>")
        .with("lab01-addresses/README.md", "the handout")
        .with("lab01-addresses/hints.md", "the hints")
        .with("lab01-addresses/.mvn/maven.config", "-f ..")
        .with("lab01-addresses/notes.txt", "not for students")
        .with("lab01-addresses/target/classes/Left.java", "left by the build")
        .with(
            "lab01-addresses/src/main/java/firsthop/addresses/Codec.java",
            "package firsthop.addresses;")
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", SKELETON)
        .with(
            "lab01-addresses/src/test/java/firsthop/addresses/CodecTest.java",
            "package firsthop.addresses;")
        .with(
            "lab01-addresses/src/solution/java/firsthop/addresses/MyCodec.java",
            "package firsthop.addresses; // solved")
        .with("lab1-not/src/main/java/X.java", "")
        .with("lab02-planned/README.md", "no sources yet")
        .with("grader/pom.xml", "<project/>")
        .with("grader/exams/src/main/java/firsthop/grader/exams/CodecExam.java", "secret");
  }

  /** Writes the jars that the build would make. */
  public MadeUpCheckout built() throws IOException {
    jar("grader-exams.jar");
    jar("lib/labkit-0.1.0.jar", "firsthop/kit/Todo.class");
    jar("lib/jspecify-1.0.1.jar", "org/jspecify/annotations/Nullable.class");
    jar(
        "lib/lab01-addresses-0.1.0.jar",
        "firsthop/addresses/Codec.class",
        "firsthop/addresses/MyCodec.class",
        "firsthop/addresses/MyCodec$1.class",
        "META-INF/MANIFEST.MF");
    return this;
  }

  /** Writes the jar of the exam with one text file. */
  public MadeUpCheckout withExamFile(String name, String text) throws IOException {
    try (OutputStream file = Files.newOutputStream(installation().workerJars().get(0));
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(name));
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return this;
  }

  /** Writes one more file. */
  public MadeUpCheckout with(String path, String text) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Returns it as what a launcher would name. */
  public Installation installation() {
    return new Installation(home);
  }

  private void jar(String name, String... entries) throws IOException {
    Path jar = home.resolve("grader/exams/target").resolve(name);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }
}
