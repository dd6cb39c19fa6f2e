package firsthop.grader.examiner;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.CallArguments;
import firsthop.grader.wire.ContractMethods;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ThrownData;
import firsthop.grader.wire.ToCandidate;
import firsthop.grader.wire.ValueReader;
import firsthop.kit.Todo;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A proxy for one subject in a candidate: each call of the contract becomes a request to it. */
final class RemoteSubject implements InvocationHandler {
  private final Class<?> contract;
  private final ContractMethods methods;
  private final ContractExceptions exceptions;
  private final CandidateLink link;
  private final TestRun run;
  private final boolean ownsArrays;
  private final int number;

  private RemoteSubject(
      Class<?> contract,
      ContractExceptions exceptions,
      CandidateLink link,
      TestRun run,
      boolean ownsArrays) {
    this.contract = contract;
    this.methods = new ContractMethods(contract);
    this.exceptions = exceptions;
    this.link = link;
    this.run = run;
    this.ownsArrays = ownsArrays;
    this.number = link.number();
  }

  /**
   * Creates a new {@code MyX} for the contract {@code X} and returns its proxy.
   *
   * @param ownsArrays whether the caller owns its arrays, see {@link
   *     firsthop.grader.exam.CallerOwnsArrays}
   */
  static Object create(
      Class<?> contract,
      ContractExceptions exceptions,
      CandidateLink link,
      TestRun run,
      boolean ownsArrays) {
    RemoteSubject subject = new RemoteSubject(contract, exceptions, link, run, ownsArrays);
    String call = "new My" + contract.getSimpleName() + "()";
    FromCandidate answer =
        subject.ask(
            call, number -> new ToCandidate.Create(number, subject.number, contract.getName()));
    if (answer instanceof FromCandidate.Threw threw) {
      throw new CandidateThrew(call, threw.thrown());
    }
    return Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, subject);
  }

  /** Closes the subject if it is a server, and removes it from the candidate. */
  static void release(Object proxy) {
    RemoteSubject subject = (RemoteSubject) Proxy.getInvocationHandler(proxy);
    if (proxy instanceof AutoCloseable server && !subject.link.lost()) {
      try {
        server.close();
      } catch (Exception | CandidateLostError ignored) {
        // The test has ended. Other tests check whether close() may throw.
      }
    }
    subject.link.send(new ToCandidate.Drop(subject.number));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] values = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, values);
    }
    String call = CallText.of(method, values);
    byte[] encoded = encode(method, values);
    FromCandidate answer =
        ask(
            call,
            id -> new ToCandidate.Call(id, number, methods.placeOf(method), encoded, ownsArrays));
    if (answer instanceof FromCandidate.Threw threw) {
      checkUnchanged(threw.changed(), method, call);
      throw exceptions.toThrow(threw.thrown(), method, call);
    }
    checkUnchanged(((FromCandidate.Returned) answer).changed(), method, call);
    byte[] value = ((FromCandidate.Returned) answer).value();
    if (method.getReturnType() == void.class) {
      return null;
    }
    return decode(value, method, call);
  }

  private FromCandidate ask(String call, IntFunction<ToCandidate> request) {
    run.beginCall(call);
    FromCandidate answer;
    try {
      answer = link.ask(request);
    } catch (CandidateLostError lost) {
      // Not if only the wait was interrupted: a test may end before a call that it began.
      if (link.lost()) {
        run.markCrashed();
      }
      throw lost;
    }
    if (answer instanceof FromCandidate.Threw threw) {
      note(threw.thrown());
    } else if (answer instanceof FromCandidate.Unusable unusable) {
      throw new AssertionError(call + ": " + unusable.reason());
    }
    return answer;
  }

  private void note(ThrownData thrown) {
    if (thrown.types().contains(Todo.class.getName())) {
      run.markOpen();
    } else if (thrown.types().contains(OutOfMemoryError.class.getName())) {
      link.close();
      run.markCrashed();
    }
  }

  // Failures below are errors: a test may expect an IOException, which a WireException is.

  private static byte[] encode(Method method, Object[] values) {
    try {
      return CallArguments.encode(method, values);
    } catch (IOException misfit) {
      throw new AssertionError(
          "the test calls " + method.getName() + " with a value that cannot be sent", misfit);
    }
  }

  /** The candidate alone says how its arguments are now; what it says is only shown. */
  private static void checkUnchanged(byte @Nullable [] changed, Method method, String call) {
    if (changed == null) {
      return;
    }
    String now;
    try {
      now = CallText.of(method, CallArguments.decode(changed, method).values());
    } catch (IOException misfit) {
      now = "not valid any more";
    }
    throw new AssertionError(
        call + " changed what it was given; after the call the arguments are as in " + now);
  }

  /** Decodes a result; rejects null unless the contract allows it, so that tests need not check. */
  private @Nullable Object decode(byte @Nullable [] value, Method method, String call) {
    if (value == null) {
      throw new AssertionError(call + " was answered without a value");
    }
    try {
      ValueReader reader = new ValueReader(value, Bounds.INNER, link::lost);
      Object decoded = reader.read(method.getGenericReturnType());
      reader.end();
      boolean mayBeNull = method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
      if (decoded == null && !mayBeNull) {
        throw new AssertionError(call + " returned null");
      }
      return decoded;
    } catch (IOException misfit) {
      throw new AssertionError(
          call + " returned a value that the contract does not allow: " + misfit.getMessage());
    }
  }

  private Object ofObject(Object proxy, Method method, Object[] values) {
    return switch (method.getName()) {
      case "equals" -> proxy == values[0];
      case "hashCode" -> number;
      default -> "My" + contract.getSimpleName();
    };
  }
}
