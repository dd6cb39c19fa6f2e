/* \u002a/ package firsthop.grader.agent; // */ package tools;

public class IntruderInAgent {
  public static void enter() throws ReflectiveOperationException {
    Class.forName("firsthop.grader.agent.Agent");
  }
}
