package firsthop.dns;

import java.util.List;

/**
 * What a cache says to a question.
 *
 * @param status what is known
 * @param records the records of a {@link CacheStatus#HIT}, each with the TTL that is left; empty
 *     with any other status
 */
public record CacheResult(CacheStatus status, List<DnsRecord> records) {}
