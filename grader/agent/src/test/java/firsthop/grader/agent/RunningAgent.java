package firsthop.grader.agent;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.ContractMethods;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ThrownData;
import firsthop.grader.wire.ToCandidate;
import firsthop.grader.wire.ValueReader;
import firsthop.grader.wire.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;

/** An agent in this JVM, and the examiner's end of its connection. */
final class RunningAgent implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 20_000;

  private final Socket socket;
  private final FrameChannel channel;
  private final Thread agent;
  private final ClassLoader contracts;
  private volatile Throwable ending;
  private int numbers;

  /** An instance of a student's class, as the examiner sees it. */
  record Subject(int number, Class<?> contract) {}

  RunningAgent(Map<String, byte[]> given, Map<String, byte[]> handedIn) throws IOException {
    contracts = new ClassBytes(null, given);
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      socket = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
      socket.setSoTimeout(DEADLINE_MILLIS);
      Socket itsEnd = door.accept();
      agent = new Thread(() -> run(itsEnd), "agent");
    }
    agent.setDaemon(true);
    agent.start();
    channel = new FrameChannel(socket.getInputStream(), socket.getOutputStream(), Bounds.STANDARD);
    tell(new ToCandidate.Classes(given, handedIn));
  }

  private void run(Socket itsEnd) {
    try (itsEnd) {
      Agent.answer(
          new FrameChannel(itsEnd.getInputStream(), itsEnd.getOutputStream(), Bounds.STANDARD));
    } catch (Throwable ended) {
      ending = ended;
    }
  }

  void tell(ToCandidate message) {
    try {
      channel.send(message, ToCandidate.class);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  FromCandidate answer() {
    try {
      return channel.receive(FromCandidate.class);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Has {@code lab.MyX} made for a contract, and return the answer. */
  FromCandidate create(String contract) {
    tell(new ToCandidate.Create(++numbers, ++numbers, "lab." + contract));
    return answer();
  }

  /** Has {@code lab.MyX} made, which is to succeed. */
  Subject subject(String contract) {
    int number = numbers + 2;
    if (!(create(contract) instanceof FromCandidate.Returned)) {
      throw new AssertionError("My" + contract + " cannot be made");
    }
    try {
      return new Subject(number, contracts.loadClass("lab." + contract));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Sends a call without waiting; return its number. */
  int begin(Subject subject, String method, Object... arguments) {
    Method called = method(subject, method, arguments);
    Type[] types = called.getGenericParameterTypes();
    ValueWriter writer = new ValueWriter(Bounds.STANDARD);
    try {
      for (int i = 0; i < types.length; i++) {
        writer.write(arguments[i], types[i]);
      }
    } catch (IOException misfit) {
      throw new UncheckedIOException(misfit);
    }
    int call = ++numbers;
    int place = new ContractMethods(subject.contract).placeOf(called);
    tell(new ToCandidate.Call(call, subject.number, place, writer.toBytes(), false));
    return call;
  }

  FromCandidate call(Subject subject, String method, Object... arguments) {
    int call = begin(subject, method, arguments);
    FromCandidate answer = answer();
    if (answer == null || answer.call() != call) {
      throw new AssertionError("expected the answer to call " + call + ", got " + answer);
    }
    return answer;
  }

  /** Calls what is to return, and decodes the value. */
  Object value(Subject subject, String method, Object... arguments) {
    FromCandidate answer = call(subject, method, arguments);
    if (answer instanceof FromCandidate.Returned returned && returned.value() != null) {
      try {
        Type type = method(subject, method, arguments).getGenericReturnType();
        return ValueReader.decode(returned.value(), type, Bounds.STANDARD);
      } catch (IOException misfit) {
        throw new UncheckedIOException(misfit);
      }
    }
    throw new AssertionError("expected a value, got " + answer);
  }

  static ThrownData thrown(FromCandidate answer) {
    if (answer instanceof FromCandidate.Threw threw) {
      return threw.thrown();
    }
    throw new AssertionError("expected an exception, got " + answer);
  }

  static String unusable(FromCandidate answer) {
    if (answer instanceof FromCandidate.Unusable unusable) {
      return unusable.reason();
    }
    throw new AssertionError("expected a class or value that cannot be used, got " + answer);
  }

  /** Hangs up and waits for the agent's end; return what it ended with, or null. */
  Throwable hangUp() throws IOException, InterruptedException {
    socket.shutdownOutput();
    agent.join(DEADLINE_MILLIS);
    if (agent.isAlive()) {
      throw new AssertionError("the agent did not end");
    }
    return ending;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static Method method(Subject subject, String name, Object[] arguments) {
    return Arrays.stream(subject.contract.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == arguments.length)
        .findFirst()
        .orElseThrow();
  }
}
