/* \u002a/ package firsthop.kit; // */ package tools;

public class IntruderInKit {
  public static void enter() {
    new Recent<String>(1).mark();
  }
}
