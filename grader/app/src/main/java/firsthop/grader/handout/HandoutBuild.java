package firsthop.grader.handout;

import firsthop.grader.common.BadInputException;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files by which Maven and IDEs build a handout. Each lab is a project of its own: its parent
 * is in the folder beside it, and labkit is a jar in a repository of files in the handout.
 *
 * <p>The version of labkit is made from the content of its jar. So a new handout never gets the jar
 * of an older one from the cache of the student's Maven.
 */
final class HandoutBuild {
  private static final String PARENT = "lab-parent/pom.xml";
  private static final Pattern LABKIT_VERSION =
      Pattern.compile("(?<=<labkit\\.version>)(?<base>[\\w.]+)(-SNAPSHOT)?(?=</labkit\\.version>)");
  private static final Pattern ONLY_IN_A_CHECKOUT =
      Pattern.compile(" *<!-- Only in a checkout.*(?=</project>)", Pattern.DOTALL);
  private static final int VERSION_CHARS = 12;

  private static final String REPOSITORY =
      """
        <repositories>
          <!-- labkit comes with the handout. -->
          <repository>
            <id>firsthop-handout</id>
            <url>file://${project.basedir}/../repo</url>
            <releases>
              <checksumPolicy>ignore</checksumPolicy>
            </releases>
            <snapshots>
              <enabled>false</enabled>
            </snapshots>
          </repository>
        </repositories>
      """;

  /**
   * Keeps surefire from repeating what the kit has printed; the enforcer tells only errors. Maven 4
   * has other names.
   */
  private static final String MAVEN_CONFIG =
      """
      --fail-at-end
      -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire.SurefireMojo=off
      -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugins.enforcer.EnforceMojo=error
      -Dmaven.logger.log.org.apache.maven.plugin.surefire.SurefireMojo=off
      -Dmaven.logger.log.org.apache.maven.plugins.enforcer.EnforceMojo=error
      """;

  private final Path home;

  HandoutBuild(Path home) {
    this.home = home;
  }

  /**
   * Returns the content of each file by its path in the handout.
   *
   * @param labs the folders of the labs
   */
  Map<String, byte[]> files(List<String> labs) throws IOException, BadInputException {
    String parent = Files.readString(home.resolve(PARENT));
    Matcher version = LABKIT_VERSION.matcher(parent);
    if (!version.find()) {
      throw new BadInputException(home.resolve(PARENT) + " has no property labkit.version");
    }
    byte[] jar = labkit();
    String own = version.group("base") + "-" + contentId(jar);
    String inRepository = "repo/firsthop/labkit/" + own + "/labkit-" + own;
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pom.xml", utf8(pom(labs)));
    files.put(".mvn/maven.config", utf8(MAVEN_CONFIG));
    files.put(PARENT, utf8(forStudents(version.replaceAll(own))));
    files.put(inRepository + ".jar", jar);
    files.put(inRepository + ".pom", utf8(labkitPom(own)));
    return files;
  }

  private byte[] labkit() throws IOException {
    Path jar =
        new Installation(home)
            .workerJars().stream()
                .filter(file -> file.getFileName().toString().startsWith("labkit-"))
                .findFirst()
                .orElseThrow(() -> new IOException("the build made no jar of labkit"));
    return Files.readAllBytes(jar);
  }

  /** Returns a short text that is another one for other bytes. */
  private static String contentId(byte[] bytes) {
    return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "").substring(0, VERSION_CHARS);
  }

  private static String forStudents(String parent) {
    return ONLY_IN_A_CHECKOUT.matcher(parent).replaceFirst(Matcher.quoteReplacement(REPOSITORY));
  }

  private static String pom(List<String> labs) {
    String modules =
        labs.stream()
            .map(lab -> "    <module>" + lab + "</module>\n")
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>

          <groupId>firsthop</groupId>
          <artifactId>firsthop</artifactId>
          <version>0.1.0-SNAPSHOT</version>
          <packaging>pom</packaging>
          <name>firsthop</name>

          <modules>
        %s  </modules>
        </project>
        """
        .formatted(modules);
  }

  private static String labkitPom(String version) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>firsthop</groupId>
          <artifactId>labkit</artifactId>
          <version>%s</version>
        </project>
        """
        .formatted(version);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
