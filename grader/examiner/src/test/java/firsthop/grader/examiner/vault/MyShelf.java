package firsthop.grader.examiner.vault;

import java.util.List;

/** What a student might hand in for {@link Shelf}; loaded again by the agent, from its bytes. */
public class MyShelf implements Shelf {
  private static final byte[] ONE_FOR_ALL = {1, 2};

  private byte[] kept = new byte[0];

  @Override
  public byte[] reversed(byte[] array) {
    return reversedInPlace(array.clone());
  }

  @Override
  public byte[] reversedInPlace(byte[] array) {
    for (int i = 0; i < array.length / 2; i++) {
      byte first = array[i];
      array[i] = array[array.length - 1 - i];
      array[array.length - 1 - i] = first;
    }
    return array.clone();
  }

  @Override
  public byte[] argumentItself(byte[] array) {
    return array;
  }

  @Override
  public byte[] oneForAll() {
    return ONE_FOR_ALL;
  }

  @Override
  public List<byte[]> oneForAllTwice() {
    return List.of(ONE_FOR_ALL, ONE_FOR_ALL);
  }

  @Override
  public void keepCopy(byte[] array) {
    kept = array.clone();
  }

  @Override
  public void keepItself(List<Box> boxes) {
    kept = boxes.get(0).content();
  }

  @Override
  public byte[] kept() {
    return kept.clone();
  }

  @Override
  public void refuseAndChange(byte[] array) {
    array[0]++;
    throw new IllegalArgumentException("refused");
  }
}
