package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Optional;

/**
 * Finds the addresses of a name, and the name of an address, in the text of a hosts file.
 *
 * <p>Until the 1980s one text file held the names of all hosts on the network, and every host had a
 * copy. Today the domain name system does this work. But the file still exists ({@code
 * /etc/hosts}), and most hosts look into it before they ask a name server. Each line has an
 * address, its <em>canonical</em> name, which is the official one, and any number of
 * <em>aliases</em>:
 *
 * <pre>{@code
 * # address       canonical name     aliases
 * 127.0.0.1       localhost
 * 192.0.2.5       www.example.com    www web      # the old machine
 * 2001:DB8:0::5   www.example.com    www
 * }</pre>
 *
 * <p>An <em>address</em> is a text that {@link Ipv4Codec#parse} or {@link Ipv6Codec#parse} accepts.
 * Different texts may be the same address. An IPv4-mapped address ({@code ::ffff:192.0.2.5}) is an
 * IPv6 address. It is not the same as the IPv4 address inside it.
 *
 * <p>A <em>host name</em> follows RFC 1123 §2.1:
 *
 * <ul>
 *   <li>A host name is one or more labels, separated by single dots.
 *   <li>A label is 1 to 63 ASCII letters, digits and hyphens.
 *   <li>A label does not begin or end with a hyphen.
 *   <li>A host name has at most 253 characters, including its dots.
 *   <li>There may be one dot after the last label. It is removed first, and it does not count.
 *   <li>Two names are the same if they differ only in upper or lower case.
 * </ul>
 *
 * <p>There are no other rules for a name. A label may have digits only, so even {@code 192.0.2.5}
 * has the form of a host name.
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
   * Loads the text of a hosts file. It replaces the text that was loaded before.
   *
   * <ul>
   *   <li>Everything that was loaded before is forgotten.
   *   <li>A line ends with LF ({@code \n}) or CR LF ({@code \r\n}). The last line may have no line
   *       end. The text has no CR in any other place.
   *   <li>A {@code #} and everything after it on the line is a comment, even directly after a name.
   *   <li>There are one or more spaces and tabs between two fields. There may also be spaces and
   *       tabs before the first field and after the last.
   *   <li>The first field is the address, the second field is the canonical name, and all other
   *       fields are aliases.
   *   <li>The whole line is skipped if its first field is not an address, if it has no name, or if
   *       any of its names is not a host name.
   *   <li>No text is refused: a skipped line is not an error.
   * </ul>
   *
   * @param text any text, but never {@code null}; it may be empty
   */
  void load(String text);

  /**
   * Returns the addresses of a name.
   *
   * <ul>
   *   <li>Every line counts that has the name as its canonical name or as an alias.
   *   <li>The addresses are in the order of their lines in the file.
   *   <li>An address is written as {@link Ipv4Codec#format} or {@link Ipv6Codec#format} writes it.
   *   <li>If several lines have the same address, perhaps in different forms, the list has it once,
   *       at its first place.
   *   <li>If no line has the name, the list is empty.
   * </ul>
   *
   * <p>With the file above, {@code lookup("WWW")} is {@code ["192.0.2.5", "2001:db8::5"]}.
   *
   * @param name any text, but never {@code null}
   * @return the addresses, or an empty list
   * @throws IllegalArgumentException if the text is not a host name
   */
  List<String> lookup(String name);

  /**
   * Returns the canonical name of an address.
   *
   * <ul>
   *   <li>The name comes from the first line that has the address, perhaps in a different form.
   *   <li>The name is written as in the file, in the same case, but without a dot at its end.
   *   <li>If no line has the address, the result is empty.
   * </ul>
   *
   * <p>With the file above, {@code nameOf("2001:db8::0:5")} is {@code "www.example.com"}.
   *
   * @param address any text, but never {@code null}
   * @return the canonical name, or empty
   * @throws IllegalArgumentException if the text is not an address
   */
  Optional<String> nameOf(String address);

  /**
   * Returns the domain name under which the domain name system keeps the name of an address. This
   * method needs no file.
   *
   * <ul>
   *   <li>For IPv4 it is the four octets in decimal, the last octet first, and then {@code
   *       in-addr.arpa} (RFC 1035 §3.5).
   *   <li>For IPv6 it is all 32 hexadecimal digits in lower case, including zeros, the last digit
   *       first, and then {@code ip6.arpa} (RFC 3596 §2.5).
   *   <li>There is one dot after each octet or digit, and no dot at the end.
   * </ul>
   *
   * <pre>{@code
   * 192.0.2.5      5.2.0.192.in-addr.arpa
   * 2001:db8::5    5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa
   * }</pre>
   *
   * @param address any text, but never {@code null}
   * @return the domain name
   * @throws IllegalArgumentException if the text is not an address
   */
  String reverseName(String address);
}
