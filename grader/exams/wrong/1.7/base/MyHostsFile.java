package firsthop.addresses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

public class MyHostsFile implements HostsFile {
  private record Entry(String address, List<String> names) {}

  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final Ipv6Codec ipv6 = new MyIpv6Codec();
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public void load(String text) {
    entries.clear();
    for (String line : text.split("\r?\n")) {
      read(line);
    }
  }

  private void read(String line) {
    int comment = line.indexOf('#');
    if (comment >= 0) {
      line = line.substring(0, comment);
    }
    StringTokenizer fields = new StringTokenizer(line, " \t");
    if (fields.countTokens() < 2) {
      return;
    }
    String address;
    try {
      address = canonical(fields.nextToken());
    } catch (IllegalArgumentException e) {
      return;
    }
    List<String> names = new ArrayList<>();
    while (fields.hasMoreTokens()) {
      String name = withoutDot(fields.nextToken());
      if (!isHostName(name)) {
        return;
      }
      names.add(name);
    }
    entries.add(new Entry(address, names));
  }

  @Override
  public List<String> lookup(String name) {
    String wanted = withoutDot(name);
    if (!isHostName(wanted)) {
      throw new IllegalArgumentException("no host name: " + name);
    }
    Set<String> found = new LinkedHashSet<>();
    for (Entry entry : entries) {
      for (String candidate : entry.names()) {
        if (candidate.equalsIgnoreCase(wanted)) {
          found.add(entry.address());
        }
      }
    }
    return new ArrayList<>(found);
  }

  @Override
  public Optional<String> nameOf(String address) {
    String wanted = canonical(address);
    for (Entry entry : entries) {
      if (entry.address().equals(wanted)) {
        return Optional.of(entry.names().get(0));
      }
    }
    return Optional.empty();
  }

  @Override
  public String reverseName(String address) {
    StringBuilder name = new StringBuilder();
    if (address.indexOf(':') < 0) {
      String[] octets = ipv4.format(ipv4.parse(address)).split("\\.");
      for (int i = 3; i >= 0; i--) {
        name.append(octets[i]).append('.');
      }
      return name.append("in-addr.arpa").toString();
    }
    for (byte two : ipv6.parse(address)) {
      name.insert(0, String.format("%x.%x.", two & 0xF, two >> 4 & 0xF));
    }
    return name.append("ip6.arpa").toString();
  }

  private String canonical(String address) {
    return address.indexOf(':') < 0
        ? ipv4.format(ipv4.parse(address))
        : ipv6.format(ipv6.parse(address));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isHostName(String name) {
    if (name.length() > 253) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (label.length() > 63 || !label.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")) {
        return false;
      }
    }
    return true;
  }
}
