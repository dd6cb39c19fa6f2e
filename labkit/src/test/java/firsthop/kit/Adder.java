package firsthop.kit;

/** A contract for the tests of the kit. */
@Exercise(id = "9.1", title = "Adding", rfc = "RFC 9999 §4.2")
@Points(7)
interface Adder {
  int add(int a, int b);
}
