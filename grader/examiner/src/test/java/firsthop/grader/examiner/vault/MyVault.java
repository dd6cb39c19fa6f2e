package firsthop.grader.examiner.vault;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** What a student might hand in for {@link Vault}; loaded again by the agent, from its bytes. */
public class MyVault implements Vault {
  private static boolean closed;

  private final List<String> stored = new ArrayList<>();

  @SuppressWarnings("serial")
  static final class MyRefusal extends IllegalArgumentException {
    MyRefusal(String message) {
      super(message);
    }
  }

  @SuppressWarnings("serial")
  static final class MyVaultException extends VaultException {
    MyVaultException(String message) {
      super(message);
    }
  }

  @SuppressWarnings("serial")
  static final class MyTimeout extends SocketTimeoutException {
    MyTimeout(String message) {
      super(message);
    }
  }

  @SuppressWarnings("serial")
  static final class MySurprise extends RuntimeException {
    MySurprise(String message) {
      super(message);
    }
  }

  @Override
  public Everything echo(Everything everything) {
    return everything;
  }

  @Override
  public boolean not(boolean value) {
    return !value;
  }

  @Override
  public byte next(byte value) {
    return (byte) (value + 1);
  }

  @Override
  public short next(short value) {
    return (short) (value + 1);
  }

  @Override
  public char next(char value) {
    return (char) (value + 1);
  }

  @Override
  public int next(int value) {
    return value + 1;
  }

  @Override
  public long next(long value) {
    return value + 1;
  }

  @Override
  public float next(float value) {
    return value + 1;
  }

  @Override
  public double next(double value) {
    return value + 1;
  }

  @Override
  public String next(String value) {
    return value == null ? null : value + "+";
  }

  @Override
  public byte[] next(byte[] value) {
    byte[] next = value.clone();
    next[0]++;
    return next;
  }

  @Override
  public Side next(Side value) {
    return value.opposite();
  }

  @Override
  public Move next(Move value) {
    return value instanceof Step step
        ? new Jump(new Pair(1, 2), new byte[] {(byte) step.side().ordinal()})
        : new Step(Side.LEFT);
  }

  @Override
  public Optional<String> next(Optional<String> value) {
    return value.map(text -> text + "+");
  }

  @Override
  public Map<String, Integer> lengths(List<String> texts) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    texts.forEach(text -> lengths.put(text, text.length()));
    return lengths;
  }

  @Override
  public Set<String> distinct(List<String> texts) {
    return new LinkedHashSet<>(texts);
  }

  @Override
  public void put(String text) {
    stored.add(text);
  }

  @Override
  public List<String> stored() {
    return stored;
  }

  @Override
  public List<String> texts(int count) {
    return Collections.nCopies(count, "short text");
  }

  @Override
  public String text(int length) {
    return "x".repeat(length);
  }

  @Override
  public byte[] bytes(int length) {
    return new byte[length];
  }

  @Override
  public void fail(String how) {
    switch (how) {
      case "named" -> throw new IllegalArgumentException("said so");
      case "subclass" -> throw new MyRefusal("said so");
      case "jdk subclass" -> Integer.parseInt("x");
      case "state" -> throw new IllegalStateException("said so");
      case "locked" -> throw new VaultLockedException("said so");
      case "no message" -> throw new IllegalArgumentException();
      case "checked" -> sneak(new SocketTimeoutException("not named"));
      case "own" -> throw new MySurprise("boo");
      case "error" -> throw new AssertionError("expected 1 but was 2");
      case "lost" -> throw new MySurprise("the candidate is gone");
      case "overflow" -> fail(how);
      default -> throw new UnsupportedOperationException(how);
    }
  }

  @Override
  public void failChecked(String how) throws VaultException {
    switch (how) {
      case "named" -> throw new VaultException("said so");
      case "subclass" -> throw new MyVaultException("said so");
      case "alarm" -> throw new AlarmException(3);
      case "above" -> sneak(new IOException("not named"));
      case "beside" -> sneak(new EOFException("not named"));
      default -> throw new UnsupportedOperationException(how);
    }
  }

  @Override
  public int failWithIo(String how) throws IOException {
    switch (how) {
      case "io" -> throw new IOException("said so");
      case "timeout" -> throw new SocketTimeoutException("said so");
      case "own timeout" -> throw new MyTimeout("said so");
      case "refused" -> throw new ConnectException("said so");
      case "file" -> throw new FileNotFoundException("said so");
      case "lab" -> throw new VaultException("said so");
      default -> throw new UnsupportedOperationException(how);
    }
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public List<String> wrongElements() {
    return (List) List.of(1);
  }

  @Override
  public Set<Pair> pairs() {
    return Set.of(new Pair(1, 2));
  }

  @Override
  public void hang() {
    boolean waiting = true;
    while (waiting) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ignored) {
        waiting = true;
      }
    }
  }

  @Override
  public boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
