package firsthop.dns;

/** What a cache knows about a name and a type. */
public enum CacheStatus {
  /** The cache has records that may still be used. */
  HIT,
  /** The name does not exist, so it has no records of any type. */
  NAME_ERROR,
  /** The name exists, but it has no records of this type. */
  NO_DATA,
  /** The cache knows nothing that is still valid: a server has to be asked. */
  MISS
}
