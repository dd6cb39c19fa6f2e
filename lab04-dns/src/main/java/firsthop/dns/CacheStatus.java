package firsthop.dns;

/** What a cache knows about a question. */
public enum CacheStatus {
  /** There are records, and they may still be used. */
  HIT,
  /** The name does not exist: neither this type of it nor any other. */
  NAME_ERROR,
  /** The name exists, but has no records of this type. */
  NO_DATA,
  /** Nothing is known, or no longer: somebody has to be asked. */
  MISS
}
