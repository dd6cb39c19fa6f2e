// A state machine eats the file one character at a time; maps are filled as each line ends.
package firsthop.addresses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public class MyHostsFile implements HostsFile {

  private Map<String, Set<String>> addressesByName = new HashMap<>();
  private Map<String, String> nameByAddress = new HashMap<>();

  @Override
  public void load(String text) {
    Machine machine = new Machine();
    for (int i = 0; i < text.length(); i++) {
      machine.eat(text.charAt(i));
    }
    machine.end();
    addressesByName = machine.addresses;
    nameByAddress = machine.names;
  }

  @Override
  public List<String> lookup(String name) {
    return List.copyOf(addressesByName.getOrDefault(lower(hostName(name)), Set.of()));
  }

  @Override
  public Optional<String> nameOf(String address) {
    return Optional.ofNullable(nameByAddress.get(text(address(address))));
  }

  @Override
  public String reverseName(String address) {
    int[] units = address(address);
    StringBuilder name = new StringBuilder();
    for (int i = units.length - 1; i >= 0; i--) {
      if (units.length == 4) {
        name.append(units[i]).append('.');
        continue;
      }
      for (int shift = 0; shift < 16; shift += 4) {
        name.append("0123456789abcdef".charAt(units[i] >> shift & 15)).append('.');
      }
    }
    return name.append(units.length == 4 ? "in-addr.arpa" : "ip6.arpa").toString();
  }

  /** Reads one file. */
  private static final class Machine {
    private enum State {
      BLANK,
      FIELD,
      COMMENT
    }

    private final Map<String, Set<String>> addresses = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private State state = State.BLANK;

    /** Whether a CR was held back, because only the next character tells what it is. */
    private boolean heldCr;

    void eat(char c) {
      if (heldCr && c != '\n') {
        letter('\r');
      }
      heldCr = c == '\r';
      switch (c) {
        case '\r' -> {}
        case '\n' -> endLine();
        case '#' -> {
          endField();
          state = State.COMMENT;
        }
        case ' ', '\t' -> endField();
        default -> letter(c);
      }
    }

    void end() {
      if (heldCr) {
        letter('\r');
      }
      endLine();
    }

    private void letter(char c) {
      if (state != State.COMMENT) {
        state = State.FIELD;
        field.append(c);
      }
    }

    private void endField() {
      if (state == State.FIELD) {
        fields.add(field.toString());
        field.setLength(0);
        state = State.BLANK;
      }
    }

    private void endLine() {
      endField();
      if (fields.size() > 1) {
        try {
          String address = text(address(fields.get(0)));
          List<String> lineNames = new ArrayList<>();
          for (String name : fields.subList(1, fields.size())) {
            lineNames.add(hostName(name));
          }
          names.putIfAbsent(address, lineNames.get(0));
          for (String name : lineNames) {
            addresses.computeIfAbsent(lower(name), key -> new LinkedHashSet<>()).add(address);
          }
        } catch (IllegalArgumentException e) {
          // The line is skipped: it was read as a whole before anything was kept of it.
        }
      }
      fields.clear();
      state = State.BLANK;
    }
  }

  /** Returns the name without a dot at its end. */
  private static String hostName(String text) {
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    need(end <= 253, "a host name that is too long");
    int label = 0; // the characters since the last dot
    for (int i = 0; i <= end; i++) {
      char c = i < end ? text.charAt(i) : '.';
      if (c == '.') {
        need(0 < label && label <= 63 && text.charAt(i - 1) != '-', "no host name");
        label = 0;
      } else {
        boolean letterOrDigit = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || isDigit(c);
        need(letterOrDigit || c == '-' && label > 0, "no host name");
        label++;
      }
    }
    return text.substring(0, end);
  }

  private static String lower(String ascii) {
    char[] chars = ascii.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if ('A' <= chars[i] && chars[i] <= 'Z') {
        chars[i] += 'a' - 'A';
      }
    }
    return new String(chars);
  }

  /** Returns the four octets of an IPv4 address or the eight groups of an IPv6 address. */
  private static int[] address(String text) {
    need(text.length() <= 45, "too long for an address");
    return text.indexOf(':') < 0 ? octets(text) : groups(text);
  }

  private static int[] octets(String text) {
    String[] parts = text.split("\\.", -1);
    need(parts.length == 4, "not four octets");
    int[] octets = new int[4];
    for (int i = 0; i < 4; i++) {
      String part = parts[i];
      need(1 <= part.length() && part.length() <= 3, "no octet");
      need(part.chars().allMatch(c -> isDigit((char) c)), "no octet");
      need(part.equals("0") || part.charAt(0) != '0', "a leading zero");
      octets[i] = Integer.parseInt(part);
      need(octets[i] <= 255, "an octet above 255");
    }
    return octets;
  }

  private static int[] groups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = list(text, true);
      need(groups.length == 8, "not eight groups");
      return groups;
    }
    int[] left = list(text.substring(0, gap), false);
    int[] right = list(text.substring(gap + 2), true);
    need(left.length + right.length < 8, "no group is left for the double colon");
    int[] groups = Arrays.copyOf(left, 8);
    System.arraycopy(right, 0, groups, 8 - right.length, right.length);
    return groups;
  }

  /** Reads groups with single colons between them, or none at all. */
  private static int[] list(String text, boolean last) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length + 1];
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        int[] octets = octets(parts[i]);
        groups[count++] = octets[0] << 8 | octets[1];
        groups[count++] = octets[2] << 8 | octets[3];
      } else {
        groups[count++] = group(parts[i]);
      }
    }
    return Arrays.copyOf(groups, count);
  }

  private static int group(String text) {
    need(1 <= text.length() && text.length() <= 4, "no group");
    int value = 0;
    for (char c : lower(text).toCharArray()) {
      need(isDigit(c) || 'a' <= c && c <= 'f', "no hexadecimal digit");
      value = value << 4 | (isDigit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
  }

  /** The one text of an address, which is also its key: no two addresses share it. */
  private static String text(int[] units) {
    StringBuilder text = new StringBuilder();
    if (units.length == 4) {
      dotted(text, units[0], units[1], units[2], units[3]);
      return text.toString();
    }
    if (Arrays.equals(Arrays.copyOf(units, 6), new int[] {0, 0, 0, 0, 0, 0xFFFF})) {
      text.append("::ffff:");
      dotted(text, units[6] >> 8, units[6] & 255, units[7] >> 8, units[7] & 255);
      return text.toString();
    }
    int[] zeros = new int[9]; // how many groups of zero follow each other from here on
    int longest = 0;
    for (int i = 7; i >= 0; i--) {
      zeros[i] = units[i] == 0 ? zeros[i + 1] + 1 : 0;
      longest = Math.max(longest, zeros[i]);
    }
    boolean open = longest > 1; // whether the double colon is still to come
    boolean colon = false;
    for (int i = 0; i < 8; ) {
      if (open && zeros[i] == longest) {
        text.append("::");
        i += longest;
        open = false;
        colon = false;
      } else {
        text.append(colon ? ":" : "").append(Integer.toHexString(units[i]));
        i++;
        colon = true;
      }
    }
    return text.toString();
  }

  private static void dotted(StringBuilder text, int a, int b, int c, int d) {
    text.append(a).append('.').append(b).append('.').append(c).append('.').append(d);
  }

  private static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }

  private static void need(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
