package firsthop.grader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageDeclarationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package a.b;",
        "  \t\r\n package\n a.b ;class X {}",
        "package a . b;",
        "// package x;\npackage a.b;",
        "// package x;\rpackage a.b;",
        "/* package x; */ package a.b;",
        "/**\n * Once:\n package x;\n */\n// and\n/**/package a.b;",
        "/*/ package x; /*/ package a.b;",
        "package a.b; /* package x; */",
        "package a.b;\npackage x;"
      })
  void is_found_after_comments(String source) {
    assertThat(PackageDeclaration.in(source)).isEqualTo("a.b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "class X {}",
        "import a.b; package a.b;",
        "// package a.b;",
        "/* package a.b; */ class X {}",
        "/* package a.b;",
        "packagea.b;",
        "package a.b",
        "package a/../b;",
        "String s = \"package a.b;\";",
        "package;",
        "package"
      })
  void is_not_found_where_javac_finds_none(String source) {
    assertThat(PackageDeclaration.in(source)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", "/**/", "//\n", "/*", "package ", "package."})
  @Timeout(5)
  void is_searched_in_one_pass_over_a_megabyte(String repeated) {
    assertThat(PackageDeclaration.in(repeated.repeat((1 << 20) / repeated.length()))).isEmpty();
  }

  @Test
  @Timeout(5)
  void is_searched_in_one_pass_over_a_declaration_of_a_megabyte() {
    assertThat(PackageDeclaration.in("package a" + " ".repeat(1 << 20) + "b;")).isEmpty();
  }

  @Test
  void a_replaced_declaration_keeps_the_number_of_every_line() {
    assertThat(PackageDeclaration.replaced("// a\npackage\n  x\n.y;\nclass A {}", "b.c"))
        .isEqualTo("// a\npackage b.c\n\n;\nclass A {}");
    assertThat(PackageDeclaration.replaced("packages x;", "b")).isEqualTo("package b; packages x;");
    assertThat(PackageDeclaration.replaced("", "b")).isEqualTo("package b; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"김.민수", "a_1.$b", "Ünï"})
  void may_have_letters_of_any_language(String name) {
    assertThat(PackageDeclaration.in("package " + name + ";")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".a", "a.", "a..b", "1a", "a.2"})
  void is_not_found_where_the_name_would_be_no_folder(String name) {
    assertThat(PackageDeclaration.in("package " + name + ";")).isEmpty();
  }

  @Test
  void imports_of_classes_of_a_wrong_package_are_corrected() {
    String source =
        """
        package lab01; import lab01.Codec;
          import static lab01.Codec.parse;
        import lab01.*;
        import lab01.util.Octet;
        import xlab01.Codec;
        import lab01x.Codec;
        class A { /* lab01.Codec */ }
        """;
    assertThat(PackageDeclaration.withImports(source, "lab01", "b.c"))
        .isEqualTo(
            """
            package lab01; import b.c.Codec;
              import static b.c.Codec.parse;
            import b.c.*;
            import lab01.util.Octet;
            import xlab01.Codec;
            import lab01x.Codec;
            class A { /* lab01.Codec */ }
            """);
    assertThat(PackageDeclaration.withImports(source, "", "b.c")).isEqualTo(source);
  }
}
