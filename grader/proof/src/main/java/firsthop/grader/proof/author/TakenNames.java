package firsthop.grader.proof.author;

import firsthop.grader.proof.rules.Checkout;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that no contract can have, because another class or the system has them. Many file systems
 * do not tell small letters from capital letters, so neither does this.
 */
final class TakenNames {
  private static final Pattern JAVA_LANG = Pattern.compile("java/lang/(\\w+)\\.class");
  private static final Pattern SOURCE = Pattern.compile("(\\w+)\\.java");

  /** Windows does not make a file with such a name, whatever its extension is. */
  private static final Pattern DEVICE =
      Pattern.compile("CON|PRN|AUX|NUL|(COM|LPT)\\d", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> byLowerCase = new TreeMap<>();

  /** Collects the names of a checkout and of the language. */
  TakenNames(Checkout checkout) throws IOException {
    try (ModuleReader base = ModuleFinder.ofSystem().find("java.base").orElseThrow().open();
        Stream<String> classes = base.list()) {
      for (String each : classes.toList()) {
        Matcher name = JAVA_LANG.matcher(each);
        if (name.matches()) {
          add(name.group(1), "a class of java.lang");
        }
      }
    }
    // The import of it in the public tests would hide the contract.
    add("Order", "an annotation of JUnit, which public tests use");
    for (Path file : checkout.ownSources()) {
      Matcher name = SOURCE.matcher(file.getFileName().toString());
      if (name.matches()) {
        add(name.group(1), checkout.home().relativize(file).toString().replace('\\', '/'));
      }
    }
  }

  /**
   * Says why a name cannot be a contract's; empty if it can.
   *
   * @param contract the simple name of the interface
   */
  Optional<String> reason(String contract) {
    if (DEVICE.matcher(contract).matches()) {
      return Optional.of("Windows keeps this name for a device");
    }
    return Stream.of(contract, "My" + contract, contract + "Test", contract + "Exam")
        .map(name -> byLowerCase.get(name.toLowerCase(Locale.ROOT)))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private void add(String name, String where) {
    byLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name + " is there already: " + where);
  }
}
