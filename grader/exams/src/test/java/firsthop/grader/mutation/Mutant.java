package firsthop.grader.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One mutant of a reference solution.
 *
 * @param type the mutated class's simple name, of a nested class its outermost one's
 * @param line counted from 1
 * @param change what PIT changed, in its words
 * @param killed whether a hidden test failed, or did not end, because of it
 */
record Mutant(String type, String method, int line, String change, boolean killed) {

  /** Reads PIT's XML report. */
  static List<Mutant> read(Path report) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    try (InputStream in = Files.newInputStream(report)) {
      NodeList nodes =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("mutation");
      for (int i = 0; i < nodes.getLength(); i++) {
        mutants.add(of((Element) nodes.item(i)));
      }
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IOException("cannot read " + report, broken);
    }
    return mutants;
  }

  private static Mutant of(Element mutation) {
    String name = text(mutation, "mutatedClass");
    return new Mutant(
        name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""),
        text(mutation, "mutatedMethod"),
        Integer.parseInt(text(mutation, "lineNumber")),
        text(mutation, "description"),
        Boolean.parseBoolean(mutation.getAttribute("detected")));
  }

  private static String text(Element mutation, String tag) {
    return mutation.getElementsByTagName(tag).item(0).getTextContent();
  }
}
