package firsthop.grader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class MyX {}",
        "package a; import b.C; public final class MyX<T> implements X {}",
        "public/**/abstract\nclass\nMyX{}",
        "@Deprecated(since = \"public class Y\") public class MyX {}",
        "@A(public_ = {1, 2}) @B public sealed interface MyX permits Y {}",
        "// public class Y\npublic enum MyX { A }",
        "/* public class Y */ public record MyX(int y) {}",
        "public @interface MyX {}",
        "class Y { public class Z {} } public class MyX {}",
        "class Y { String s = \"}\"; char c = '{'; String t = \"\"\"\n\"}\"\"\"; } public class MyX {}",
        "class Y { char c = '\\''; String s = \"\\\\\"; } public class MyX {}",
        "class Y {} public strictfp class MyX {}"
      })
  void is_found_at_the_top_of_a_source(String source) {
    assertThat(DeclaredTypes.in(source).publicName()).contains("MyX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "class MyX {}",
        "package a;",
        "class Y { public class MyX {} }",
        "// public class MyX {}",
        "public class",
        "/* public class MyX {}",
        "\"public class MyX {}",
        "public; class MyX {}"
      })
  void is_not_found_where_there_is_none(String source) {
    assertThat(DeclaredTypes.in(source).publicName()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "/**/", "//\n", "/*", "\"", "'\\", "\"\"\"", "{", "}", "public ", "a"})
  @Timeout(5)
  void is_searched_in_one_pass_over_a_megabyte(String repeated) {
    assertThat(DeclaredTypes.in(repeated.repeat((1 << 20) / repeated.length())).publicName())
        .isEmpty();
  }

  @Test
  void all_types_at_the_top_are_found_with_their_supertypes() {
    DeclaredTypes types =
        DeclaredTypes.in(
            "import a.record; class A extends B<C> { class D {} } public record E(int f)"
                + " implements G, H {} interface I {}");
    assertThat(types.types()).extracting(DeclaredTypes.Type::name).containsExactly("A", "E", "I");
    assertThat(types.types().get(0).supertypes()).containsExactlyInAnyOrder("extends", "B", "C");
    assertThat(types.types().get(1).supertypes()).containsExactlyInAnyOrder("implements", "G", "H");
    assertThat(types.publicName()).contains("E");
    assertThat(types.isJava()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here is my code: public class MyX {}",
        "public class MyX",
        "- class MyX {}",
        "{\"class\": \"X\"}",
        "all: class X {}",
        "<pre>class X {}</pre>"
      })
  void other_texts_are_not_java(String text) {
    assertThat(DeclaredTypes.in(text).isJava()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// c\n@A(1) class X {}",
        "/* c */ package a; class X {}",
        "import a.B; interface X {}",
        "non-sealed class X {}"
      })
  void a_java_source_begins_as_one_and_declares_a_type(String text) {
    assertThat(DeclaredTypes.in(text).isJava()).isTrue();
  }
}
