package firsthop.grader.exams.dns.internet;

import firsthop.grader.exam.AddressPlan;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Zone;

/**
 * Reads zones from zone files, which RFC 1035 §5.1 calls master files. In these files, the address
 * 192.0.2.{@code n} stands for host {@code n} of the test's address plan. All other addresses are
 * used as they are.
 */
public final class ZoneFiles {
  /** TEST-NET-1, RFC 5737. */
  private static final byte[] STAND_IN = {(byte) 192, 0, 2};

  private static final long DEFAULT_TTL_SECONDS = 300;

  private ZoneFiles() {}

  /**
   * Reads a zone from a file beside this class, such as {@code example.zone}.
   *
   * @param origin the name of the zone, such as {@code example.}
   */
  public static Zone resource(String file, String origin, AddressPlan addresses) {
    try (InputStream master = ZoneFiles.class.getResourceAsStream(file)) {
      if (master == null) {
        throw new FileNotFoundException("no zone file " + file);
      }
      return read(master, origin, addresses);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the zone " + origin, broken);
    }
  }

  /** Reads a zone from the text of a zone file. */
  public static Zone text(String master, String origin, AddressPlan addresses) {
    try {
      return read(
          new ByteArrayInputStream(master.getBytes(StandardCharsets.US_ASCII)), origin, addresses);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the zone " + origin, broken);
    }
  }

  private static Zone read(InputStream text, String origin, AddressPlan addresses)
      throws IOException {
    Name name = Name.fromString(origin, Name.root);
    List<Record> records = new ArrayList<>();
    try (Master master = new Master(text, name, DEFAULT_TTL_SECONDS)) {
      @Nullable Record next = master.nextRecord();
      while (next != null) {
        records.add(placed(next, addresses));
        next = master.nextRecord();
      }
    }
    return new Zone(name, records.toArray(Record[]::new));
  }

  private static Record placed(Record record, AddressPlan addresses) {
    if (record instanceof ARecord a) {
      byte[] address = a.getAddress().getAddress();
      boolean standsIn =
          address[0] == STAND_IN[0] && address[1] == STAND_IN[1] && address[2] == STAND_IN[2];
      if (standsIn) {
        InetAddress host = addresses.host(address[3] & 0xFF);
        return new ARecord(a.getName(), a.getDClass(), a.getTTL(), host);
      }
    }
    return record;
  }
}
