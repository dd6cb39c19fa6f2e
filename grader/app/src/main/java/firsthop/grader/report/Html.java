package firsthop.grader.report;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of a page: an element, an attribute of the enclosing element, or text. All text is
 * escaped, except for the report's own script and style.
 */
sealed interface Html {

  /** Returns an element with its attributes and content. */
  static Html tag(String name, Html... parts) {
    return new Element(name, List.of(parts));
  }

  /** Returns an element with its attributes and content. */
  static Html tag(String name, List<Html> parts) {
    return new Element(name, List.copyOf(parts));
  }

  /** Returns several parts as one part. */
  static Html all(List<Html> parts) {
    return new Group(List.copyOf(parts));
  }

  /** Returns several parts as one part. */
  static Html all(Html... parts) {
    return new Group(List.of(parts));
  }

  /** Returns an empty part. */
  static Html none() {
    return new Group(List.of());
  }

  /** Returns text of any origin. */
  static Html text(String text) {
    return new Text(text);
  }

  /** Returns an attribute. */
  static Html at(String name, String value) {
    return new Attribute(name, value);
  }

  /** Returns the class attribute of an element. */
  static Html css(String classes) {
    return new Attribute("class", classes);
  }

  /** Returns a link to another page of the report, or to a place in this one. */
  static Html link(String to, Html... label) {
    return tag("a", at("href", to), all(label));
  }

  /** Appends the part as HTML. */
  void write(StringBuilder out);

  /** An element. */
  record Element(String name, List<Html> parts) implements Html {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final Set<String> VOID = Set.of("input", "meta");

    public Element {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not an element: " + name);
      }
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      parts.stream().filter(Attribute.class::isInstance).forEach(part -> part.write(out));
      out.append('>');
      if (!VOID.contains(name)) {
        parts.stream()
            .filter(part -> !(part instanceof Attribute))
            .forEach(part -> part.write(out));
        out.append("</").append(name).append('>');
      }
    }
  }

  /** An attribute. Scripts, styles and links out of the report are not allowed in it. */
  record Attribute(String name, String value) implements Html {
    private static final Pattern NAME = Pattern.compile("(?!on|style|src)[a-z][a-zA-Z0-9-]*");
    private static final Pattern INSIDE = Pattern.compile("(?!/)[^:]*");

    public Attribute {
      if (!NAME.matcher(name).matches()
          || (name.equals("href") && !INSIDE.matcher(value).matches())) {
        throw new IllegalArgumentException("not an allowed attribute: " + name + "=" + value);
      }
    }

    @Override
    public void write(StringBuilder out) {
      out.append(' ').append(name).append("=\"");
      Escape.text(value, out);
      out.append('"');
    }
  }

  /** Text. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      Escape.text(text, out);
    }
  }

  /** Several parts in a row. */
  record Group(List<Html> parts) implements Html {
    @Override
    public void write(StringBuilder out) {
      parts.forEach(part -> part.write(out));
    }
  }

  /** The report's own script or style. */
  record Own(Asset asset) implements Html {
    @Override
    public void write(StringBuilder out) {
      out.append(asset.text());
    }
  }
}
