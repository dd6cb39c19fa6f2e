/* \u002a/ package java.lang; // */ package tools;

public class IntruderInJdk {
  public static void enter() {
    Shutdown.beforeHalt();
  }
}
