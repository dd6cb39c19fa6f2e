package firsthop.grader.compiler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * A file manager with the platform's classes, and with class path and compiled classes in memory.
 * It accesses no files except the JDK's.
 */
final class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {
  private final List<ClassFile> classPath = new ArrayList<>();
  private final Map<String, ClassFile> compiled = new LinkedHashMap<>();

  MemoryFileManager(JavaFileManager platform, Map<String, byte[]> classPath) {
    super(platform);
    classPath.forEach((name, bytes) -> this.classPath.add(new ClassFile(name, bytes)));
  }

  /** Returns the compiled classes by binary name. */
  Map<String, byte[]> compiled() {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    compiled.forEach((name, file) -> classes.put(name, file.content()));
    return classes;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      List<JavaFileObject> found = new ArrayList<>();
      for (ClassFile file : classPath) {
        if (kinds.contains(JavaFileObject.Kind.CLASS) && file.packageName().equals(packageName)) {
          found.add(file);
        }
      }
      return found;
    }
    return ofPlatform(location) ? super.list(location, packageName, kinds, recurse) : List.of();
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile ours
        ? ours.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || location == StandardLocation.CLASS_OUTPUT
        || ofPlatform(location) && super.hasLocation(location);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return compiled.computeIfAbsent(className, ClassFile::new);
  }

  private static boolean ofPlatform(Location location) {
    return location == StandardLocation.SYSTEM_MODULES
        || location == StandardLocation.PLATFORM_CLASS_PATH
        || !(location instanceof StandardLocation);
  }
}
