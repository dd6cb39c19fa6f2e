package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.wire.WireSamples.Sample;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RoundTripTest {

  static Stream<Sample> samples() {
    return WireSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_value_comes_back_as_it_went(Sample sample) throws IOException {
    byte[] encoded = sample.encoded();
    Object decoded = ValueReader.decode(encoded, sample.declared(), Bounds.STANDARD);
    assertThat(decoded)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(sample.value());
    assertThat(ValueWriter.encode(decoded, sample.declared(), Bounds.STANDARD)).isEqualTo(encoded);
  }

  @Test
  void every_type_that_a_contract_may_use_is_among_the_samples() {
    Set<String> sampled = samples().map(Sample::type).collect(Collectors.toSet());
    assertThat(Stream.of(WireSamples.Contract.class.getDeclaredMethods()).map(m -> m.getName()))
        .filteredOn(name -> !sampled.contains(name))
        .containsExactlyInAnyOrder("anything", "rawList", "longs", "wildcard");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FC0_0000, 0x7FC0_0123, 0xFFFF_FFFF, 0x7FA0_0001})
  void a_float_keeps_the_bits_of_its_nan(int bits) throws IOException {
    Object decoded = again(Float.intBitsToFloat(bits), float.class);
    assertThat(Float.floatToRawIntBits((Float) decoded))
        .isEqualTo(Float.floatToRawIntBits(Float.intBitsToFloat(bits)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0x7FF8_0000_0000_0000L, 0x7FF8_0000_0000_0123L, -1L})
  void a_double_keeps_the_bits_of_its_nan(long bits) throws IOException {
    Object decoded = again(Double.longBitsToDouble(bits), double.class);
    assertThat(Double.doubleToRawLongBits((Double) decoded)).isEqualTo(bits);
  }

  @Test
  void zero_keeps_its_sign() throws IOException {
    assertThat(Float.floatToRawIntBits((Float) again(-0f, float.class)))
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits((Double) again(-0d, double.class)))
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void every_char_survives_in_a_text() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
      all.append((char) unit);
    }
    assertThat(again(all.toString(), String.class)).isEqualTo(all.toString());
    String latin = all.substring(0, 256);
    assertThat(again(latin, String.class)).isEqualTo(latin);
  }

  @Test
  void latin_text_takes_one_byte_a_character_and_wide_text_two() throws IOException {
    int around = ValueWriter.encode("", String.class, Bounds.STANDARD).length;
    assertThat(ValueWriter.encode("\u00FF".repeat(9), String.class, Bounds.STANDARD))
        .hasSize(around + 9);
    assertThat(ValueWriter.encode("\u0100".repeat(9), String.class, Bounds.STANDARD))
        .hasSize(around + 18);
  }

  @Test
  void an_enum_constant_with_a_body_comes_back_as_the_same_constant() throws IOException {
    assertThat(again(WireSamples.Direction.DOWN, WireSamples.Direction.class))
        .isSameAs(WireSamples.Direction.DOWN);
  }

  @Test
  void sets_and_maps_keep_their_order() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    IntStream.range(0, 1_000).mapToObj(i -> "n" + i * 7_919 % 1_000).forEach(names::add);
    names.forEach(name -> files.put(name, new byte[1]));
    assertThat(List.copyOf((Set<?>) again(names, WireSamples.type("names"))))
        .isEqualTo(List.copyOf(names));
    assertThat(List.copyOf(((Map<?, ?>) again(files, WireSamples.type("files"))).keySet()))
        .isEqualTo(List.copyOf(names));
  }

  @Test
  void a_list_of_a_hundred_thousand_short_texts_passes() throws IOException {
    List<String> texts = IntStream.range(0, 100_000).mapToObj(i -> "text " + i).toList();
    assertThat(again(texts, WireSamples.type("texts"))).isEqualTo(texts);
  }

  @Test
  void eight_megabytes_pass() throws IOException {
    byte[] bytes = new byte[8_000_000];
    bytes[7_999_999] = 1;
    assertThat(again(bytes, byte[].class)).isEqualTo(bytes);
  }

  @Test
  void values_one_after_the_other_come_back_in_order() throws IOException {
    ValueWriter writer = new ValueWriter(Bounds.STANDARD);
    writer.write(1, int.class);
    writer.write("two", String.class);
    ValueReader reader = new ValueReader(writer.toBytes(), Bounds.STANDARD);
    assertThat(reader.read(int.class)).isEqualTo(1);
    assertThat(reader.read(String.class)).isEqualTo("two");
    reader.end();
  }

  private static Object again(Object value, Type type) throws IOException {
    byte[] encoded = ValueWriter.encode(value, type, Bounds.STANDARD);
    return ValueReader.decode(encoded, type, Bounds.STANDARD);
  }
}
