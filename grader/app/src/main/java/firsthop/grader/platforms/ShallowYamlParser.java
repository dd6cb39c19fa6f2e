package firsthop.grader.platforms;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * YAML parser that throws if the nesting is too deep, because the composer of nodes is recursive
 * and would overflow the stack.
 */
final class ShallowYamlParser implements Parser {
  private static final int MAX_DEPTH = 100;

  private final Parser parser;
  private int depth;

  ShallowYamlParser(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    switch (event.getEventId()) {
      case SequenceStart, MappingStart -> depth++;
      case SequenceEnd, MappingEnd -> depth--;
      default -> {}
    }
    if (depth > MAX_DEPTH) {
      throw new YamlEngineException("it is nested more than " + MAX_DEPTH + " levels deep");
    }
    return event;
  }
}
