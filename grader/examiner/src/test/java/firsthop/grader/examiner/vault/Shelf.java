package firsthop.grader.examiner.vault;

import java.util.List;

/** A contract about arrays. Its class does some of them well, and some as students do. */
public interface Shelf {
  record Box(byte[] content) {}

  byte[] reversed(byte[] array);

  byte[] reversedInPlace(byte[] array);

  byte[] argumentItself(byte[] array);

  byte[] oneForAll();

  List<byte[]> oneForAllTwice();

  void keepCopy(byte[] array);

  void keepItself(List<Box> boxes);

  byte[] kept();

  void refuseAndChange(byte[] array);
}
