package firsthop.tool.explain;

/** Explains one header and what it carries. */
@FunctionalInterface
interface LayerDissector {

  /** Reads to the end of the reader; throws if the octets end too early or lead nowhere. */
  void dissect(FieldReader in) throws CutOffException;
}
