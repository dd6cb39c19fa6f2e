package firsthop.grader.store;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value that a file writes as one word. */
final class WordReader<T> extends StdScalarDeserializer<T> {
  private final transient Function<String, T> value;

  /**
   * Creates a reader.
   *
   * @param value returns the value of a word, or throws an IllegalArgumentException that says why
   *     there is none
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
