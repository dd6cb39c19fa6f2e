package firsthop.grader.store;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from the one word that a file has for it. */
final class WordReader<T> extends StdScalarDeserializer<T> {
  private final transient Function<String, T> value;

  /**
   * Makes a reader.
   *
   * @param value returns what a word stands for; throws an IllegalArgumentException that says why a
   *     word stands for nothing
   */
  WordReader(Class<T> type, Function<String, T> value) {
    super(type);
    this.value = value;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(this, "expected a text");
    }
    return value.apply(parser.getString());
  }
}
