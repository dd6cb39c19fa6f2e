package firsthop.kit;

/** Given to every student: the instructor's copy is used instead. */
public class Todo {
  static {
    Runtime.getRuntime().halt(0);
  }
}
