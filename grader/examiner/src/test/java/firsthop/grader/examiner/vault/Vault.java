package firsthop.grader.examiner.vault;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contract with every type that one may use, and every kind of failure. */
public interface Vault extends AutoCloseable {

  enum Side {
    LEFT {
      @Override
      public Side opposite() {
        return RIGHT;
      }
    },
    RIGHT {
      @Override
      public Side opposite() {
        return LEFT;
      }
    };

    public abstract Side opposite();
  }

  record Pair(int x, int y) {}

  sealed interface Move permits Step, Jump {}

  record Step(Side side) implements Move {}

  record Jump(Pair to, byte[] how) implements Move {}

  record Everything(
      boolean ofBoolean,
      byte ofByte,
      short ofShort,
      char ofChar,
      int ofInt,
      long ofLong,
      float ofFloat,
      double ofDouble,
      Boolean boxedBoolean,
      Byte boxedByte,
      Short boxedShort,
      Character boxedChar,
      Integer boxedInt,
      Long boxedLong,
      Float boxedFloat,
      Double boxedDouble,
      String text,
      byte[] bytes,
      Side side,
      Pair pair,
      List<Move> moves,
      Set<Pair> pairs,
      Map<String, Optional<List<byte[]>>> nested,
      Optional<Side> maybe) {}

  @Nullable Everything echo(@Nullable Everything everything);

  boolean not(boolean value);

  byte next(byte value);

  short next(short value);

  char next(char value);

  int next(int value);

  long next(long value);

  float next(float value);

  double next(double value);

  String next(String value);

  byte[] next(byte[] value);

  Side next(Side value);

  Move next(Move value);

  Optional<String> next(Optional<String> value);

  Map<String, Integer> lengths(List<String> texts);

  Set<String> distinct(List<String> texts);

  void put(String text);

  List<String> stored();

  List<String> texts(int count);

  String text(int length);

  byte[] bytes(int length);

  /** Names nothing, so only unchecked exceptions may come. */
  void fail(String how);

  /** Names the lab's exception alone. */
  void failChecked(String how) throws VaultException;

  /** Names what most contracts name. */
  int failWithIo(String how) throws IOException;

  /** Returns elements that are none of the contract's. */
  List<String> wrongElements();

  Set<Pair> pairs();

  void hang();

  boolean closed();

  @Override
  void close();
}
