package firsthop.addresses;

/**
 * Describes a subnet. Every address is in dotted decimal, as in exercise 1.1.
 *
 * @param first the lowest address of the block
 * @param last the highest address of the block
 * @param netmask the prefix length as an address: a 1 for each bit of the prefix, a 0 for each host
 *     bit
 * @param firstHost the lowest address that a host may have
 * @param lastHost the highest address that a host may have
 * @param size the number of addresses from {@code first} to {@code last}
 * @param hosts the number of addresses from {@code firstHost} to {@code lastHost}
 */
public record Subnet(
    String first,
    String last,
    String netmask,
    String firstHost,
    String lastHost,
    long size,
    long hosts) {}
