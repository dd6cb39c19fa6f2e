package firsthop.grader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;

class ReservedPackagesTest {

  @Test
  void every_package_that_the_jdk_exports_is_reserved() {
    assertThat(
            ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .flatMap(module -> module.exports().stream())
                .filter(exported -> !exported.isQualified())
                .map(ModuleDescriptor.Exports::source))
        .hasSizeGreaterThan(200)
        .allMatch(ReservedPackages::contains);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Test.class,
        ValueSource.class,
        JUnitException.class,
        Assertions.class,
        AssertionFailedError.class,
        API.class,
        NullMarked.class,
        ReservedPackages.class
      })
  void the_packages_of_the_grader_and_of_the_libraries_of_the_labs_are_reserved(Class<?> type) {
    assertThat(ReservedPackages.contains(type.getPackageName())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "java.octets",
        "javax.net",
        "com.sun.me",
        "firsthop.grader",
        "firsthop.grader.agent",
        "firsthop.kit",
        "firsthop.kit.more"
      })
  void a_reserved_package_is_reserved_with_all_below_it(String name) {
    assertThat(ReservedPackages.contains(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "util",
        "javafx.scene",
        "javaoctets",
        "Java.lang",
        "com",
        "com.sunshine",
        "org",
        "firsthop",
        "firsthop.util",
        "firsthop.kits",
        "firsthop.Kit",
        "firsthop.addresses.java",
        "my.java.util"
      })
  void other_packages_are_open(String name) {
    assertThat(ReservedPackages.contains(name)).isFalse();
  }
}
