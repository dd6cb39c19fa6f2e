package firsthop.kit;

/** An answer as students write them: open for 0, wrong for 7, throwing for 8, endless for 9. */
final class MyAdder implements Adder {
  @Override
  public int add(int a, int b) {
    return switch (a) {
      case 0 -> throw Todo.exercise("9.1");
      case 7 -> a - b;
      case 8 -> Integer.parseInt("+" + a + b + "x");
      case 9 -> endless();
      default -> a + b;
    };
  }

  private static int endless() {
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
    return 0;
  }
}
