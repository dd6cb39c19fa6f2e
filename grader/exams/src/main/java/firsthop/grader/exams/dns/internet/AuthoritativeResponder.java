package firsthop.grader.exams.dns.internet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/**
 * Answers queries from zones, without asking other servers: RFC 1034 §4.3.2; for negative answers,
 * RFC 2308 §3.
 *
 * @param zones the zones for which the server is an authority
 */
public record AuthoritativeResponder(List<Zone> zones) {
  /** The most aliases that one answer follows. */
  private static final int MAX_CHAIN = 8;

  /** Returns the complete answer, whatever its length. */
  public Message answer(Message query) {
    Message response = responseTo(query);
    Record question = query.getQuestion();
    if (question == null) {
      response.getHeader().setRcode(Rcode.FORMERR);
      return response;
    }
    if (zoneOf(question.getName()) == null) {
      response.getHeader().setRcode(Rcode.REFUSED);
      return response;
    }
    response.getHeader().setFlag(Flags.AA);
    Name name = question.getName();
    for (int link = 0; link < MAX_CHAIN; link++) {
      Zone zone = zoneOf(name);
      if (zone == null) {
        break;
      }
      SetResponse found = zone.findRecords(name, question.getType());
      if (!found.isCNAME()) {
        conclude(response, zone, found, link == 0);
        break;
      }
      CNAMERecord alias = found.getCNAME();
      response.addRecord(alias, Section.ANSWER);
      name = alias.getTarget();
    }
    return response;
  }

  /** Returns a response that has the id and the question of the query, and no records. */
  static Message responseTo(Message query) {
    Header header = query.getHeader();
    Message response = new Message(header.getID());
    response.getHeader().setFlag(Flags.QR);
    if (header.getFlag(Flags.RD)) {
      response.getHeader().setFlag(Flags.RD);
    }
    Record question = query.getQuestion();
    if (question != null) {
      response.addRecord(question, Section.QUESTION);
    }
    return response;
  }

  private static void conclude(Message response, Zone zone, SetResponse found, boolean first) {
    if (found.isSuccessful()) {
      found.answers().forEach(set -> add(response, set, Section.ANSWER));
    } else if (found.isDelegation()) {
      refer(response, zone, found.getNS());
      if (first) {
        response.getHeader().unsetFlag(Flags.AA);
      }
    } else {
      if (found.isNXDOMAIN()) {
        response.getHeader().setRcode(Rcode.NXDOMAIN);
      }
      response.addRecord(negative(zone.getSOA()), Section.AUTHORITY);
    }
  }

  private static void refer(Message response, Zone zone, RRset servers) {
    add(response, servers, Section.AUTHORITY);
    for (Record server : servers.rrs(false)) {
      Name target = ((NSRecord) server).getTarget();
      RRset glue = target.subdomain(zone.getOrigin()) ? zone.findExactMatch(target, Type.A) : null;
      if (glue != null) {
        add(response, glue, Section.ADDITIONAL);
      }
    }
  }

  /** Returns the SOA of a negative answer: its TTL says how long the answer is valid. */
  private static SOARecord negative(SOARecord soa) {
    return new SOARecord(
        soa.getName(),
        DClass.IN,
        Math.min(soa.getTTL(), soa.getMinimum()),
        soa.getHost(),
        soa.getAdmin(),
        soa.getSerial(),
        soa.getRefresh(),
        soa.getRetry(),
        soa.getExpire(),
        soa.getMinimum());
  }

  private static void add(Message response, RRset set, int section) {
    set.rrs(false).forEach(record -> response.addRecord(record, section));
  }

  /** Returns the lowest of the zones that hold a name; null if there is none. */
  private @Nullable Zone zoneOf(Name name) {
    Zone nearest = null;
    for (Zone zone : zones) {
      boolean nearer = nearest == null || zone.getOrigin().labels() > nearest.getOrigin().labels();
      if (name.subdomain(zone.getOrigin()) && nearer) {
        nearest = zone;
      }
    }
    return nearest;
  }
}
