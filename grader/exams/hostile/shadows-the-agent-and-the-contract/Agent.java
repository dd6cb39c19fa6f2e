package firsthop.grader.agent;

public final class Agent {
  public static void main(String[] args) {
    Runtime.getRuntime().halt(0);
  }
}
