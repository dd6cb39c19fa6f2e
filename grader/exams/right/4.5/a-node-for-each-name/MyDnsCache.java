// Has an object for each name, reckons in Instant and Duration, and throws out what has ended.
package firsthop.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

public class MyDnsCache implements DnsCache {
  private final TreeMap<String, Node> nodes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final PriorityQueue<Item> byEnd = new PriorityQueue<>(Comparator.comparing(i -> i.end));

  /** What is known of one name: either that it does not exist, or items by type. */
  private static final class Node {
    Item nameError;
    final TreeMap<Integer, Item> byType = new TreeMap<>();
  }

  private static final class Item {
    final Node node;
    final Instant end;
    final List<DnsRecord> records = new ArrayList<>();

    Item(Node node, Instant end) {
      this.node = node;
      this.end = end;
    }
  }

  @Override
  public void store(DnsMessage response, long nowMillis) {
    Instant now = Instant.ofEpochMilli(nowMillis);
    sweep(now);
    boolean noSuchName = response.rcode() == 3;
    if (response.truncated() || !noSuchName && response.rcode() != 0) {
      return;
    }
    List<DnsRecord> left = new ArrayList<>(response.answers());
    while (!left.isEmpty()) {
      DnsRecord first = left.get(0);
      List<DnsRecord> set = new ArrayList<>(left);
      set.removeIf(r -> !r.name().equals(first.name()) || r.type() != first.type());
      left.removeAll(set);
      long ttl = set.stream().map(DnsRecord::ttl).min(Comparator.naturalOrder()).get();
      putSet(first.name(), first.type(), set, now, Duration.ofSeconds(ttl));
    }
    for (DnsRecord record : response.authority()) {
      if (record.type() == 6) {
        String minimum = record.data().substring(record.data().lastIndexOf(' ') + 1);
        long seconds = Math.min(record.ttl(), Long.parseUnsignedLong(minimum));
        putNothing(response, noSuchName, now, Duration.ofSeconds(seconds));
      }
    }
  }

  @Override
  public CacheResult lookup(String name, int type, long nowMillis) {
    Instant now = Instant.ofEpochMilli(nowMillis);
    sweep(now);
    Node node = nodes.get(name);
    Item item = node == null ? null : node.byType.get(type);
    if (node != null && node.nameError != null) {
      return new CacheResult(CacheStatus.NAME_ERROR, List.of());
    }
    if (item == null) {
      return new CacheResult(CacheStatus.MISS, List.of());
    }
    if (item.records.isEmpty()) {
      return new CacheResult(CacheStatus.NO_DATA, List.of());
    }
    Duration left = Duration.between(now, item.end);
    long seconds = left.getSeconds() + (left.getNano() > 0 ? 1 : 0);
    List<DnsRecord> counted = new ArrayList<>();
    item.records.forEach(r -> counted.add(new DnsRecord(r.name(), r.type(), seconds, r.data())));
    return new CacheResult(CacheStatus.HIT, counted);
  }

  private void putSet(String name, int type, List<DnsRecord> set, Instant now, Duration life) {
    if (life.isZero()) {
      return;
    }
    Item item = item(name, now, life);
    item.records.addAll(set);
    item.node.nameError = null;
    item.node.byType.put(type, item);
  }

  private void putNothing(DnsMessage response, boolean noSuchName, Instant now, Duration life) {
    DnsQuestion question = response.questions().get(0);
    String end = question.name();
    List<DnsRecord> aliases = new ArrayList<>(response.answers());
    aliases.removeIf(r -> r.type() != 5 || question.type() == 5);
    // Each alias is used up once it has been followed, so that a circle comes back to no alias.
    List<String> been = new ArrayList<>();
    for (DnsRecord next = of(end, aliases); next != null; next = of(end, aliases)) {
      been.add(end);
      aliases.remove(next);
      end = next.data();
    }
    if (been.contains(end) || life.isZero()) {
      return;
    }
    if (noSuchName) {
      Item item = item(end, now, life);
      item.node.byType.clear();
      item.node.nameError = item;
      return;
    }
    for (DnsRecord record : response.answers()) {
      if (record.name().equals(end) && record.type() == question.type()) {
        return;
      }
    }
    putSet(end, question.type(), List.of(), now, life);
  }

  private Item item(String name, Instant now, Duration life) {
    Item item = new Item(nodes.computeIfAbsent(name, first -> new Node()), now.plus(life));
    byEnd.add(item);
    return item;
  }

  private static DnsRecord of(String name, List<DnsRecord> aliases) {
    return aliases.stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
  }

  /** Takes out what has ended, unless something newer is in its place already. */
  private void sweep(Instant now) {
    while (!byEnd.isEmpty() && !byEnd.peek().end.isAfter(now)) {
      Item ended = byEnd.remove();
      if (ended.node.nameError == ended) {
        ended.node.nameError = null;
      }
      ended.node.byType.values().removeIf(item -> item == ended);
    }
  }
}
