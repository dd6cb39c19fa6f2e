package firsthop.grader.exams.dns;

import static firsthop.dns.CacheStatus.HIT;
import static firsthop.dns.CacheStatus.MISS;
import static firsthop.dns.CacheStatus.NAME_ERROR;
import static firsthop.dns.CacheStatus.NO_DATA;
import static firsthop.grader.exams.dns.SyntheticResponse.A;
import static firsthop.grader.exams.dns.SyntheticResponse.AAAA;
import static firsthop.grader.exams.dns.SyntheticResponse.CNAME;
import static firsthop.grader.exams.dns.SyntheticResponse.MX;
import static firsthop.grader.exams.dns.SyntheticResponse.NS;
import static firsthop.grader.exams.dns.SyntheticResponse.SERVER_FAILURE;
import static firsthop.grader.exams.dns.SyntheticResponse.TXT;
import static firsthop.grader.exams.dns.SyntheticResponse.alias;
import static firsthop.grader.exams.dns.SyntheticResponse.soa;
import static firsthop.grader.exams.dns.SyntheticResponse.to;

import firsthop.dns.CacheResult;
import firsthop.dns.DnsCache;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Exam(DnsCache.class)
class DnsCacheExam {
  private static final String WWW = "www.example";
  private static final String MAIL = "mail.example";
  private static final String NOWHERE = "nowhere.example";

  private static final long LONGEST_TTL = (1L << 31) - 1;
  private static final long LAST_MILLIS = 1L << 53;
  private static final long LARGEST_MINIMUM = (1L << 32) - 1;

  /** More than enough for about twenty calls; stops a cache that walks in a circle forever. */
  private static final int CIRCLE_MILLIS = 1_500;

  private static final int RANDOM_RESPONSES = 60;
  private static final int LOOKUPS_EACH = 2;

  /** Steps of the clock in milliseconds; many end exactly at the end of an entry, or before it. */
  private static final int[] STEPS = {0, 0, 0, 1, 499, 500, 500, 1_000};

  @Test
  @Points(1)
  @Clause({
    "Each record set is stored under its name and type.",
    "A look-up does not follow CNAME records. It finds only an entry that is stored under"
        + " exactly that name and type, or a \"does not exist\" of exactly that name.",
    "A new cache is empty, and two caches share nothing."
  })
  @Hint(
      "The key is the name and the type together. Do not follow CNAME records in a look-up,"
          + " and do not keep data in static fields.")
  void a_record_set_is_found_under_just_its_name_and_type(
      @Subject DnsCache cache, @Subject DnsCache other) {
    CacheSession session = new CacheSession(cache);
    DnsRecord address = new DnsRecord(WWW, A, 300, "192.0.2.1");
    DnsRecord beside = new DnsRecord(MAIL, A, 300, "192.0.2.25");
    DnsRecord longAddress = new DnsRecord(WWW, AAAA, 300, "2001:db8::1");
    DnsRecord rootServer = new DnsRecord("", NS, 300, "a.root.example");
    DnsRecord alias = alias("alias.example", 300, WWW);
    session.assertLookup(1_000, WWW, A, MISS);
    session.store(1_000, to(WWW, A).answers(address, beside));
    session.store(1_000, to(WWW, AAAA).answers(longAddress).fromAnAuthority());
    session.store(1_000, to("", NS).answers(rootServer));
    session.store(1_000, to("alias.example", CNAME).answers(alias));
    session.assertHit(1_000, address);
    session.assertHit(1_000, beside);
    session.assertHit(1_000, longAddress);
    session.assertHit(1_000, rootServer);
    session.assertHit(1_000, alias);
    session.assertLookup(1_000, WWW, MX, MISS);
    session.assertLookup(1_000, MAIL, AAAA, MISS);
    session.assertLookup(1_000, "example", A, MISS);
    session.assertLookup(1_000, "a." + WWW, A, MISS);
    session.assertLookup(1_000, "alias.example", A, MISS);
    new CacheSession(other).assertLookup(1_000, WWW, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "the TTL of each record is the time that is left for the set, in whole seconds, rounded"
        + " up.",
    "An entry is valid from the moment at which it was stored until its number of seconds"
        + " is over. At exactly that moment it is gone."
  })
  @Hint(
      "Compute the time that is left in milliseconds, and then round it up to seconds. When"
          + " no millisecond is left, the set is gone.")
  void the_ttl_counts_down_until_the_set_is_gone(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    session.store(5_250, to(WWW, A).answers(new DnsRecord(WWW, A, 3, "192.0.2.1")));
    session.store(5_300, to(MAIL, A).answers(new DnsRecord(MAIL, A, 60, "192.0.2.25")));
    long[][] leftOfThree = {
      {5_300, 3}, {6_249, 3}, {6_250, 2}, {6_251, 2}, {7_249, 2}, {7_250, 1}, {8_249, 1}
    };
    for (long[] moment : leftOfThree) {
      session.assertHit(moment[0], new DnsRecord(WWW, A, moment[1], "192.0.2.1"));
    }
    session.assertLookup(8_250, WWW, A, MISS);
    session.assertHit(8_299, new DnsRecord(MAIL, A, 58, "192.0.2.25"));
    session.assertHit(8_300, new DnsRecord(MAIL, A, 57, "192.0.2.25"));
    session.assertLookup(9_000, WWW, A, MISS);
    session.assertHit(65_299, new DnsRecord(MAIL, A, 1, "192.0.2.25"));
    session.assertLookup(65_300, MAIL, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "The records of the answer section that have the same name and type are a record set",
    "It is valid for as many seconds as the smallest TTL among its records.",
    "A hit has the records of the set, as they were given and in the order of the answer"
        + " section"
  })
  @Hint(
      "Group the answer section by name and type. Within a group, the smallest TTL counts"
          + " for all records. Each group has its own TTL, and keeps the order of its records.")
  void a_set_holds_for_the_smallest_ttl_among_its_records(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    session.store(
        0,
        to(WWW, A)
            .answers(
                new DnsRecord(WWW, A, 300, "192.0.2.9"),
                new DnsRecord(MAIL, A, 20, "192.0.2.25"),
                new DnsRecord(WWW, A, 40, "192.0.2.1"),
                new DnsRecord(WWW, AAAA, 15, "2001:db8::1"),
                new DnsRecord(WWW, A, 900, "192.0.2.5"),
                new DnsRecord(MAIL, A, 10, "192.0.2.26")));
    session.assertHit(
        0,
        new DnsRecord(WWW, A, 40, "192.0.2.9"),
        new DnsRecord(WWW, A, 40, "192.0.2.1"),
        new DnsRecord(WWW, A, 40, "192.0.2.5"));
    session.assertHit(
        9_999, new DnsRecord(MAIL, A, 1, "192.0.2.25"), new DnsRecord(MAIL, A, 1, "192.0.2.26"));
    session.assertHit(9_999, new DnsRecord(WWW, AAAA, 6, "2001:db8::1"));
    session.assertLookup(10_000, MAIL, A, MISS);
    session.assertHit(
        39_500,
        new DnsRecord(WWW, A, 1, "192.0.2.9"),
        new DnsRecord(WWW, A, 1, "192.0.2.1"),
        new DnsRecord(WWW, A, 1, "192.0.2.5"));
    session.assertLookup(39_500, WWW, AAAA, MISS);
    session.assertLookup(40_000, WWW, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "It is valid for as many seconds as the smallest TTL among its records.",
    "milliseconds of some clock, from 0 to 2^53"
  })
  @Hint(
      "A TTL in milliseconds may be larger than an int can hold. Convert to long before you"
          + " multiply.")
  void long_ttls_and_late_times_are_exact(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    // The first TTL with more milliseconds than an int holds.
    session.store(0, to(WWW, A).answers(new DnsRecord(WWW, A, 2_147_484, "192.0.2.1")));
    session.store(0, to(MAIL, A).answers(new DnsRecord(MAIL, A, LONGEST_TTL, "192.0.2.25")));
    session.assertHit(0, new DnsRecord(WWW, A, 2_147_484, "192.0.2.1"));
    session.assertHit(0, new DnsRecord(MAIL, A, LONGEST_TTL, "192.0.2.25"));
    session.assertHit(2_147_483_999L, new DnsRecord(WWW, A, 1, "192.0.2.1"));
    session.assertLookup(2_147_484_000L, WWW, A, MISS);
    session.assertHit(
        2_147_484_000L, new DnsRecord(MAIL, A, LONGEST_TTL - 2_147_484, "192.0.2.25"));
    session.assertHit(LONGEST_TTL * 1_000 - 1, new DnsRecord(MAIL, A, 1, "192.0.2.25"));
    session.assertLookup(LONGEST_TTL * 1_000, MAIL, A, MISS);
    long late = LAST_MILLIS - LONGEST_TTL * 1_000;
    session.store(late, to(WWW, A).answers(new DnsRecord(WWW, A, LONGEST_TTL, "192.0.2.1")));
    session.assertHit(late + 1, new DnsRecord(WWW, A, LONGEST_TTL, "192.0.2.1"));
    session.assertHit(LAST_MILLIS - 1, new DnsRecord(WWW, A, 1, "192.0.2.1"));
    session.assertLookup(LAST_MILLIS, WWW, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "If the code is 3, the cache stores that the end does not exist, for every type.",
    "If the code is 0, and the answer section has no record with the name of the end and"
        + " the type of the question, the cache stores that the end has no data of that type."
  })
  @Hint(
      "Store \"does not exist\" for a name, and \"no data\" for a name and a type. Other"
          + " records in the answer do not change this: compare both the name and the type.")
  void no_such_name_is_one_thing_and_no_data_of_a_type_another(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord address = new DnsRecord(WWW, A, 300, "192.0.2.1");
    DnsRecord beside = new DnsRecord(MAIL, TXT, 300, "hello");
    session.store(1_000, to(NOWHERE, A).code(3).authority(soa(60, 60)));
    session.store(1_000, to(WWW, AAAA).authority(soa(60, 60)));
    // The answer has a record, but with another name or another type.
    session.store(1_000, to(WWW, TXT).answers(beside).authority(soa(60, 60)));
    session.store(1_000, to(WWW, MX).answers(address).authority(soa(60, 60)).fromAnAuthority());
    for (int type : new int[] {A, AAAA, MX, CNAME}) {
      session.assertLookup(1_000, NOWHERE, type, NAME_ERROR);
    }
    session.assertLookup(1_000, "www." + NOWHERE, A, MISS);
    session.assertLookup(1_000, WWW, AAAA, NO_DATA);
    session.assertLookup(1_000, WWW, TXT, NO_DATA);
    session.assertLookup(1_000, WWW, MX, NO_DATA);
    session.assertLookup(1_000, WWW, NS, MISS);
    session.assertLookup(1_000, "example", AAAA, MISS);
    session.assertHit(1_000, address);
    session.assertHit(1_000, beside);
  }

  @Test
  @Points(1)
  @Clause(
      "It is the smaller of two numbers: the TTL of the SOA record, and the minimum, which"
          + " is the last number of its data, 0 to 2^32 - 1.")
  @Hint(
      "Compare the TTL of the SOA record with the last number of its data, and take the"
          + " smaller one. That number is unsigned and has 32 bits: read it as a long.")
  void that_there_is_nothing_holds_for_the_smaller_of_two_numbers(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord server = new DnsRecord("example", NS, 2, "ns.example");
    long[][] ttlMinimumLess = {
      {30, 10, 10},
      {20, 40, 20},
      {50, 50, 50},
      {60, LARGEST_MINIMUM, 60},
      {LONGEST_TTL, 70, 70},
      {80, 1L << 31, 80},
    };
    for (long[] numbers : ttlMinimumLess) {
      String name = "nothing-for-" + numbers[2] + ".example";
      DnsRecord soa = soa(numbers[0], numbers[1]);
      session.store(7, to("no-" + name, A).code(3).authority(server, soa, server));
      session.store(7, to(name, A).authority(soa, server));
    }
    for (long[] numbers : ttlMinimumLess) {
      String name = "nothing-for-" + numbers[2] + ".example";
      long end = 7 + numbers[2] * 1_000;
      session.assertLookup(end - 1, "no-" + name, MX, NAME_ERROR);
      session.assertLookup(end - 1, name, A, NO_DATA);
      session.assertLookup(end, "no-" + name, MX, MISS);
      session.assertLookup(end, name, A, MISS);
    }
  }

  @Test
  @Points(1)
  @TimeLimit(CIRCLE_MILLIS)
  @Clause({
    "If the authority section has no SOA record, neither of the two is stored.",
    "If the CNAME records lead in a circle, there is no end. Then only record sets are" + " stored."
  })
  @Hint(
      "Store \"does not exist\" or \"no data\" only if there is an SOA record in the"
          + " authority section, and only if the CNAME records do not lead in a circle. Remember"
          + " the names that you have visited, so that you notice a circle.")
  void without_an_soa_record_or_an_end_only_record_sets_are_stored(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord address = new DnsRecord(WWW, A, 300, "192.0.2.1");
    DnsRecord zone = soa(60, 60);
    session.store(0, to(WWW, A).answers(address));
    session.store(0, to(WWW, A).code(3));
    session.assertHit(0, address);
    // A referral: it has only name servers.
    session.store(0, to(MAIL, A).authority(new DnsRecord("example", NS, 60, "ns.example")));
    session.assertLookup(0, MAIL, A, MISS);
    session.store(0, to(MAIL, MX).answers(zone).additional(zone));
    session.assertLookup(0, MAIL, MX, MISS);
    session.assertHit(0, zone);
    session.store(0, to(MAIL, MX).authority(zone));
    session.assertLookup(0, MAIL, MX, NO_DATA);
    DnsRecord there = alias("there.example", 60, "back.example");
    DnsRecord back = alias("back.example", 60, "there.example");
    session.store(0, to("there.example", A).code(3).answers(there, back).authority(zone));
    session.store(
        0,
        to("into.example", A)
            .answers(back, alias("into.example", 60, "there.example"), there)
            .authority(zone));
    session.store(
        0,
        to("self.example", A).answers(alias("self.example", 60, "self.example")).authority(zone));
    session.assertHit(0, there);
    session.assertHit(0, back);
    for (String name :
        new String[] {"there.example", "back.example", "into.example", "self.example"}) {
      session.assertLookup(0, name, A, MISS);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The end is the name that you reach if you start at the question's name and follow the"
        + " CNAME records (type 5) of the answer section, in whatever order they stand there. If"
        + " the question's name has no CNAME record there, or if the question asks for type 5,"
        + " the end is the question's name itself.",
    "The CNAME records on the way to the end are stored in the same way, even if the code"
        + " is 3."
  })
  @Hint(
      "An alias exists, even if the name at its end does not. Follow the CNAME records by"
          + " name, in any order, and store \"does not exist\" or \"no data\" for the end. For"
          + " type 5, do not follow them.")
  void a_negative_answer_is_about_the_end_of_the_aliases(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord[] way = {
      alias("three.example", 60, "four.example"),
      alias("one.example", 60, "two.example"),
      alias("two.example", 60, "three.example")
    };
    session.store(0, to("one.example", A).code(3).answers(way).authority(soa(60, 60)));
    for (DnsRecord alias : way) {
      session.assertHit(0, alias);
      session.assertLookup(0, alias.name(), A, MISS);
    }
    session.assertLookup(0, "four.example", A, NAME_ERROR);
    session.assertLookup(0, "four.example", CNAME, NAME_ERROR);

    DnsRecord alias = alias("alias.example", 60, "bare.example");
    session.store(0, to("alias.example", AAAA).answers(alias).authority(soa(60, 60)));
    session.assertHit(0, alias);
    session.assertLookup(0, "alias.example", AAAA, MISS);
    session.assertLookup(0, "bare.example", AAAA, NO_DATA);
    session.assertLookup(0, "bare.example", A, MISS);

    DnsRecord itself = alias("asked.example", 60, "target.example");
    session.store(0, to("asked.example", CNAME).answers(itself).authority(soa(60, 60)));
    session.assertHit(0, itself);
    session.assertLookup(0, "target.example", CNAME, MISS);

    DnsRecord address = new DnsRecord(WWW, A, 60, "192.0.2.1");
    DnsRecord toIt = alias("web.example", 60, WWW);
    session.store(0, to("web.example", A).answers(address, toIt).authority(soa(60, 60)));
    session.assertHit(0, address);
    session.assertLookup(0, "web.example", A, MISS);
  }

  @Test
  @Points(1)
  @Clause(
      "A response that is truncated, or whose code is neither 0 nor 3, stores nothing and"
          + " removes nothing.")
  @Hint(
      "Check TC and the code before you change anything in the cache. An error of a server"
          + " says nothing about the name.")
  void what_is_truncated_or_failed_changes_nothing(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord kept = new DnsRecord(WWW, A, 300, "192.0.2.1");
    DnsRecord half = new DnsRecord(WWW, A, 600, "192.0.2.99");
    DnsRecord late = new DnsRecord(NOWHERE, A, 600, "192.0.2.98");
    DnsRecord soa = soa(60, 60);
    session.store(0, to(WWW, A).answers(kept));
    session.store(0, to(WWW, MX).authority(soa));
    session.store(0, to(NOWHERE, A).code(3).authority(soa));
    session.store(0, to(WWW, A).answers(half).cutOff());
    session.store(0, to(NOWHERE, A).answers(late).cutOff());
    session.store(0, to(WWW, A).authority(soa).cutOff());
    session.store(0, to(WWW, A).code(3).authority(soa).cutOff());
    for (int code : new int[] {1, SERVER_FAILURE, 5, 15}) {
      session.store(0, to(WWW, A).code(code).authority(soa));
      session.store(0, to(WWW, AAAA).code(code).authority(soa));
      session.store(0, to(NOWHERE, A).code(code).answers(late));
    }
    session.assertHit(0, kept);
    session.assertLookup(0, WWW, MX, NO_DATA);
    session.assertLookup(0, WWW, AAAA, MISS);
    session.assertLookup(0, NOWHERE, A, NAME_ERROR);
    session.store(0, to(MAIL, A).code(3).authority(soa).cutOff());
    session.assertLookup(0, MAIL, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "What would be valid for 0 seconds is not stored, and it removes nothing.",
    "But the record is still part of the answer: an address with TTL 0 is data, and a CNAME"
        + " record with TTL 0 leads to the next name."
  })
  @Hint(
      "An entry of 0 seconds must not be stored and must not remove an older entry. But do"
          + " not delete such a record from the answer: it is data, or leads to the next name.")
  void what_holds_for_0_seconds_stores_and_removes_nothing(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord kept = new DnsRecord(WWW, A, 300, "192.0.2.1");
    DnsRecord brief = new DnsRecord(WWW, A, 0, "192.0.2.2");
    DnsRecord soa = soa(60, 60);
    session.store(0, to(WWW, A).answers(kept));
    session.store(0, to(WWW, A).answers(brief));
    session.store(0, to(WWW, A).answers(new DnsRecord(WWW, A, 600, "192.0.2.3"), brief));
    session.store(0, to(WWW, A).authority(soa(0, 60)));
    session.store(0, to(WWW, A).authority(soa(60, 0)));
    session.store(0, to(WWW, A).code(3).authority(soa(60, 0)));
    session.assertHit(0, kept);
    session.store(0, to(NOWHERE, A).code(3).authority(soa));
    session.store(0, to(NOWHERE, A).answers(new DnsRecord(NOWHERE, A, 0, "192.0.2.4")));
    session.assertLookup(0, NOWHERE, A, NAME_ERROR);
    DnsRecord mail = new DnsRecord(MAIL, A, 0, "192.0.2.25");
    session.store(0, to(MAIL, A).answers(mail).authority(soa));
    session.assertLookup(0, MAIL, A, MISS);
    DnsRecord alias = alias("alias.example", 0, "gone.example");
    session.store(0, to("alias.example", A).code(3).answers(alias).authority(soa));
    session.assertLookup(0, "alias.example", A, MISS);
    session.assertLookup(0, "alias.example", CNAME, MISS);
    session.assertLookup(0, "gone.example", A, NAME_ERROR);
  }

  @Test
  @Points(1)
  @Clause({
    "The latest entry wins, even if it is valid for a shorter time.",
    "A record set or a \"no data\" replaces what was stored under the same name and type.",
    "What was replaced or removed never comes back."
  })
  @Hint(
      "Replace the old entry also if it would be valid for longer than the new one. When"
          + " the new entry ends, the old one must not come back.")
  void the_latest_entry_wins(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord other = new DnsRecord(WWW, AAAA, 300, "2001:db8::1");
    session.store(
        0,
        to(WWW, A)
            .answers(
                new DnsRecord(WWW, A, 300, "192.0.2.1"), new DnsRecord(WWW, A, 300, "192.0.2.2")));
    session.store(0, to(WWW, AAAA).answers(other));
    session.store(0, to(WWW, A).answers(new DnsRecord(WWW, A, 10, "192.0.2.3")));
    session.assertHit(0, new DnsRecord(WWW, A, 10, "192.0.2.3"));
    session.assertHit(0, other);
    session.store(10_000, to(MAIL, A).answers(new DnsRecord(MAIL, A, 300, "192.0.2.25")));
    session.assertLookup(10_000, WWW, A, MISS);

    session.store(10_000, to(WWW, A).answers(new DnsRecord(WWW, A, 300, "192.0.2.4")));
    session.store(10_000, to(WWW, A).authority(soa(20, 20)));
    session.assertLookup(29_999, WWW, A, NO_DATA);
    session.assertLookup(30_000, WWW, A, MISS);
    session.store(30_000, to(WWW, A).authority(soa(300, 300)));
    session.store(30_000, to(WWW, A).answers(new DnsRecord(WWW, A, 5, "192.0.2.5")));
    session.assertHit(34_999, new DnsRecord(WWW, A, 1, "192.0.2.5"));
    session.assertLookup(35_000, WWW, A, MISS);

    session.store(35_000, to(NOWHERE, A).code(3).authority(soa(300, 300)));
    session.store(35_000, to(NOWHERE, MX).code(3).authority(soa(2, 2)));
    session.assertLookup(36_999, NOWHERE, A, NAME_ERROR);
    session.assertLookup(37_000, NOWHERE, A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "It also removes a \"does not exist\" of that name.",
    "A \"does not exist\" removes everything that is stored under that name.",
    "What was replaced or removed never comes back."
  })
  @Hint(
      "A \"does not exist\" removes the entries of all types of this name. A record set or"
          + " a \"no data\" of any type removes the \"does not exist\" of its name. Other names"
          + " stay as they are.")
  void a_name_error_and_what_is_stored_under_the_name_remove_each_other(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord beside = new DnsRecord(MAIL, A, 300, "192.0.2.25");
    DnsRecord below = new DnsRecord("a." + WWW, A, 300, "192.0.2.6");
    DnsRecord toWww = alias("alias.example", 300, WWW);
    DnsRecord address = new DnsRecord(WWW, A, 300, "192.0.2.1");
    session.store(0, to("alias.example", A).answers(toWww, address, beside, below));
    session.store(0, to(WWW, AAAA).answers(new DnsRecord(WWW, AAAA, 300, "2001:db8::1")));
    session.store(0, to(WWW, MX).authority(soa(300, 300)));
    session.store(0, to("alias.example", TXT).code(3).answers(toWww).authority(soa(10, 10)));
    for (int type : new int[] {A, AAAA, MX, TXT}) {
      session.assertLookup(9_999, WWW, type, NAME_ERROR);
    }
    for (int type : new int[] {A, AAAA, MX}) {
      session.assertLookup(10_000, WWW, type, MISS);
    }
    session.assertHit(10_000, new DnsRecord(MAIL, A, 290, "192.0.2.25"));
    session.assertHit(10_000, new DnsRecord("a." + WWW, A, 290, "192.0.2.6"));

    session.store(10_000, to(NOWHERE, A).code(3).authority(soa(300, 300)));
    session.store(10_000, to(NOWHERE, MX).authority(soa(5, 5)));
    session.assertLookup(10_000, NOWHERE, MX, NO_DATA);
    session.assertLookup(10_000, NOWHERE, A, MISS);
    session.assertLookup(15_000, NOWHERE, MX, MISS);
    session.store(15_000, to(NOWHERE, A).code(3).authority(soa(300, 300)));
    DnsRecord comes = new DnsRecord(NOWHERE, AAAA, 5, "2001:db8::2");
    session.store(15_000, to(MAIL, AAAA).answers(comes));
    session.assertHit(15_000, comes);
    session.assertLookup(15_000, NOWHERE, A, MISS);
    session.assertLookup(20_000, NOWHERE, AAAA, MISS);
  }

  @Test
  @Points(1)
  @Clause("Upper and lower case make no difference.")
  @Hint("Convert the name of a look-up to lower case, like the names in the responses.")
  void the_case_of_letters_is_ignored(@Subject DnsCache cache) {
    CacheSession session = new CacheSession(cache);
    DnsRecord address = new DnsRecord(WWW, A, 300, "192.0.2.1");
    session.store(0, to(WWW, A).answers(address));
    session.store(0, to(WWW, MX).authority(soa(60, 60)));
    session.store(0, to(NOWHERE, A).code(3).authority(soa(60, 60)));
    for (String name : new String[] {"WWW.EXAMPLE", "wWw.Example"}) {
      session.assertLookup(0, name, A, new CacheResult(HIT, List.of(address)));
      session.assertLookup(0, name, MX, NO_DATA);
      session.assertLookup(0, name, AAAA, MISS);
    }
    session.assertLookup(0, "NoWhere.eXample", A, NAME_ERROR);
    session.assertLookup(0, "VVVV.EXAMPLE", A, MISS);
  }

  @Test
  @Points(1)
  @Clause({
    "The latest entry wins, even if it is valid for a shorter time.",
    "An entry is valid from the moment at which it was stored until its number of seconds"
        + " is over. At exactly that moment it is gone.",
    "If nothing is stored, or if nothing stored is still valid, the status is MISS."
  })
  @Hint(
      "This test uses all rules together, with many responses about a few names. Write such"
          + " a history of your own, and check after each response which entries it replaces and"
          + " which it removes.")
  void a_long_history_ends_as_its_responses_say(@Subject DnsCache cache, Seed seed) {
    SplittableRandom random = seed.random();
    RandomResponses responses = new RandomResponses(random);
    ModelCache history = new ModelCache();
    CacheSession session = new CacheSession(cache);
    long now = 0;
    for (int i = 0; i < RANDOM_RESPONSES; i++) {
      SyntheticResponse response = responses.next();
      history.store(now, response);
      session.store(now, response);
      for (int j = 0; j < LOOKUPS_EACH; j++) {
        now += STEPS[random.nextInt(STEPS.length)];
        DnsQuestion question = responses.question();
        CacheResult known = history.lookup(question.name(), question.type(), now);
        session.assertLookup(now, question.name(), question.type(), known);
      }
    }
  }
}
