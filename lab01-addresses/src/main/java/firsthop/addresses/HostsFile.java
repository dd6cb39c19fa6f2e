package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Optional;

/**
 * Finds the addresses of a name, and the name of an address, in the text of a hosts file.
 *
 * <p>Until the 1980s one text file held the names of all hosts on the net, and every host had a
 * copy. Today the domain name system answers instead, but the file is still there ({@code
 * /etc/hosts}), and most hosts look into it before they ask anybody. Each line gives an address its
 * <em>canonical</em> name, which is the official one, and as many <em>aliases</em> as it likes:
 *
 * <pre>{@code
 * # address       canonical name     aliases
 * 127.0.0.1       localhost
 * 192.0.2.5       www.example.com    www web      # the old machine
 * 2001:DB8:0::5   www.example.com    www
 * }</pre>
 *
 * <p>An <em>address</em> is a text that {@link Ipv4Codec#parse} or {@link Ipv6Codec#parse} takes.
 * Two texts of one address are the same address. An IPv4-mapped address ({@code ::ffff:192.0.2.5})
 * is an IPv6 address, and not the same as the IPv4 address inside.
 *
 * <p>A <em>host name</em> follows RFC 1123 §2.1:
 *
 * <ul>
 *   <li>A host name is one label or more, with one dot between each two.
 *   <li>A label is 1 to 63 ASCII letters, digits and hyphens.
 *   <li>A label neither begins nor ends with a hyphen.
 *   <li>A host name has at most 253 characters, its dots included.
 *   <li>One dot may stand after the last label; it is dropped, and counts for nothing.
 *   <li>Upper and lower case make no difference between names.
 * </ul>
 *
 * <p>Nothing else is asked of a name: a label may be digits alone, so that even {@code 192.0.2.5}
 * is spelled like a host name.
 *
 * <p>Before the first {@code load} the file is empty.
 */
@Exercise(
    id = "1.7",
    title = "Names before DNS",
    rfc = "RFC 1123 §2.1, RFC 1035 §3.5, RFC 3596 §2.5")
@Points(12)
public interface HostsFile {

  /**
   * Takes the text of a hosts file in place of the one before.
   *
   * <ul>
   *   <li>All that was loaded before is forgotten.
   *   <li>A line ends with LF ({@code \n}) or CR LF ({@code \r\n}), and the last one may end
   *       without; a CR stands nowhere else.
   *   <li>A {@code #} and all that follows it on the line is a comment, even right after a name.
   *   <li>Any number of spaces and tabs stand between two fields; some may stand before the first
   *       field and after the last.
   *   <li>The first field is the address, the second the canonical name, and all others are
   *       aliases.
   *   <li>A line is skipped whole if its first field is no address, if it has no name, or if any of
   *       its names is no host name.
   *   <li>No text is refused: a line that is skipped is no error.
   * </ul>
   *
   * @param text any text, but never {@code null}; it may be empty
   */
  void load(String text);

  /**
   * Returns the addresses of a name.
   *
   * <ul>
   *   <li>Every line counts that has the name as its canonical name or among its aliases.
   *   <li>The addresses stand in the order of their lines in the file.
   *   <li>An address is written as {@link Ipv4Codec#format} or {@link Ipv6Codec#format} writes it.
   *   <li>An address that several lines give, however they spell it, stands there once, at its
   *       first place.
   *   <li>A host name that no line has gives an empty list.
   * </ul>
   *
   * <p>With the file above, {@code lookup("WWW")} is {@code ["192.0.2.5", "2001:db8::5"]}.
   *
   * @param name any text, but never {@code null}
   * @return the addresses, or an empty list
   * @throws IllegalArgumentException if the text is no host name
   */
  List<String> lookup(String name);

  /**
   * Returns the canonical name of an address.
   *
   * <ul>
   *   <li>The first line that has the address, however either of them is spelled, gives the name.
   *   <li>The name is as the file spells it, in the same case, but without a dot at its end.
   *   <li>An address that no line has gives an empty result.
   * </ul>
   *
   * <p>With the file above, {@code nameOf("2001:db8::0:5")} is {@code "www.example.com"}.
   *
   * @param address any text, but never {@code null}
   * @return the canonical name, or empty
   * @throws IllegalArgumentException if the text is no address
   */
  Optional<String> nameOf(String address);

  /**
   * Returns the domain name under which the domain name system keeps the name of an address. No
   * file is needed for that.
   *
   * <ul>
   *   <li>For IPv4 it is the four octets in decimal, the last octet first, and then {@code
   *       in-addr.arpa} (RFC 1035 §3.5).
   *   <li>For IPv6 it is all 32 hexadecimal digits in lower case, zeros too, the last digit first,
   *       and then {@code ip6.arpa} (RFC 3596 §2.5).
   *   <li>One dot stands after each octet or digit, and none at the end.
   * </ul>
   *
   * <pre>{@code
   * 192.0.2.5      5.2.0.192.in-addr.arpa
   * 2001:db8::5    5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa
   * }</pre>
   *
   * @param address any text, but never {@code null}
   * @return the domain name
   * @throws IllegalArgumentException if the text is no address
   */
  String reverseName(String address);
}
