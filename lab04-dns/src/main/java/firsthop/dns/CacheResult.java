package firsthop.dns;

import java.util.List;

/**
 * The result of a look-up in a cache.
 *
 * @param status what the cache knows
 * @param records the records of a {@link CacheStatus#HIT}, each with the TTL that is left; empty
 *     for any other status
 */
public record CacheResult(CacheStatus status, List<DnsRecord> records) {}
