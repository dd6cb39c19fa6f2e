package firsthop.grader.platforms;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Ends where YAML is nested too deeply: whoever makes nodes of it calls itself for each level. */
final class ShallowYamlParser implements Parser {
  private static final int MOST = 100;

  private final Parser all;
  private int depth;

  ShallowYamlParser(Parser all) {
    this.all = all;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return all.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return all.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return all.hasNext();
  }

  @Override
  public Event next() {
    Event event = all.next();
    switch (event.getEventId()) {
      case SequenceStart, MappingStart -> depth++;
      case SequenceEnd, MappingEnd -> depth--;
      default -> {}
    }
    if (depth > MOST) {
      throw new YamlEngineException("it is nested more than " + MOST + " levels deep");
    }
    return event;
  }
}
