package firsthop.grader.examiner;

import firsthop.grader.examiner.vault.Absent;
import firsthop.grader.examiner.vault.AlarmException;
import firsthop.grader.examiner.vault.Fussy;
import firsthop.grader.examiner.vault.MyFussy;
import firsthop.grader.examiner.vault.MyShelf;
import firsthop.grader.examiner.vault.MyVault;
import firsthop.grader.examiner.vault.Shelf;
import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.examiner.vault.VaultException;
import firsthop.grader.examiner.vault.VaultLockedException;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The vault's classes as bytes, as the grader would send them. */
final class VaultClasses {
  private VaultClasses() {}

  static ToCandidate.Classes bytes() {
    return new ToCandidate.Classes(
        bytes(
            Vault.class,
            VaultException.class,
            VaultLockedException.class,
            AlarmException.class,
            Fussy.class,
            Shelf.class,
            Absent.class),
        bytes(MyVault.class, MyFussy.class, MyShelf.class));
  }

  /** Reads the classes' files, and those of the classes inside them. */
  private static Map<String, byte[]> bytes(Class<?>... types) {
    Map<String, byte[]> classes = new HashMap<>();
    for (Class<?> type : types) {
      Path folder = Path.of(type.getResource("").getPath());
      try (Stream<Path> files = Files.list(folder)) {
        String own = type.getSimpleName() + ".class";
        String inside = type.getSimpleName() + "$";
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (name.equals(own) || name.startsWith(inside)) {
            classes.put(
                type.getPackageName() + "." + name.replace(".class", ""), Files.readAllBytes(file));
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return classes;
  }
}
