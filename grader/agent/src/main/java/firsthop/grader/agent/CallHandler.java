package firsthop.grader.agent;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.Buffers;
import firsthop.grader.wire.CallArguments;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ThrownData;
import firsthop.grader.wire.ToCandidate;
import firsthop.grader.wire.ValueWriter;
import firsthop.grader.wire.WireException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Runs one call of the examiner and sends back its result. */
final class CallHandler implements Runnable {
  private final ToCandidate request;
  private final Subjects subjects;
  private final FrameChannel examiner;

  CallHandler(ToCandidate request, Subjects subjects, FrameChannel examiner) {
    this.request = request;
    this.subjects = subjects;
    this.examiner = examiner;
  }

  @Override
  public void run() {
    try {
      examiner.send(answer(), FromCandidate.class);
    } catch (IOException gone) {
      // The examiner has closed the connection; the main thread notices this too and ends.
    }
  }

  private FromCandidate answer() {
    int call = number();
    try {
      return handle();
    } catch (UnusableException | WireException misfit) {
      return new FromCandidate.Unusable(call, String.valueOf(misfit.getMessage()));
    } catch (InvocationTargetException threw) {
      // From a constructor.
      return new FromCandidate.Threw(call, describe(threw.getCause()), null);
    } catch (Throwable threw) {
      // From a static initializer, or a linkage error.
      return new FromCandidate.Threw(call, describe(threw), null);
    }
  }

  private int number() {
    return request instanceof ToCandidate.Call call
        ? call.call()
        : ((ToCandidate.Create) request).call();
  }

  private FromCandidate handle() throws Throwable {
    if (request instanceof ToCandidate.Create create) {
      subjects.create(create.subject(), create.contract());
      return new FromCandidate.Returned(create.call(), null, null);
    }
    ToCandidate.Call call = (ToCandidate.Call) request;
    Subjects.Subject subject = subjects.get(call.subject());
    if (subject == null) {
      throw new WireException("there is no subject " + call.subject());
    }
    Method method = subject.methods().at(call.method());
    CallArguments arguments = CallArguments.decode(call.arguments(), method);
    Object value;
    try {
      value = method.invoke(subject.instance(), arguments.values());
    } catch (InvocationTargetException threw) {
      return new FromCandidate.Threw(
          call.call(), describe(threw.getCause()), takeBack(call, method, arguments));
    }
    // First, because a result that shares an array with an argument must show it.
    byte @Nullable [] changed = takeBack(call, method, arguments);
    if (method.getReturnType() == void.class) {
      return new FromCandidate.Returned(call.call(), null, changed);
    }
    byte[] encoded = encode(value, method);
    if (call.ownsArrays()) {
      Buffers.overwrite(value);
    }
    return new FromCandidate.Returned(call.call(), encoded, changed);
  }

  /** Returns the arguments if the call has changed them, and uses their arrays again. */
  private static byte @Nullable [] takeBack(
      ToCandidate.Call call, Method method, CallArguments arguments) throws IOException {
    if (!call.ownsArrays()) {
      return null;
    }
    byte @Nullable [] changed;
    try {
      changed = arguments.changed();
    } catch (WireException misfit) {
      throw new WireException(
          method.getName()
              + " changed an argument so that it is not valid any more: "
              + misfit.getMessage());
    }
    for (Object each : arguments.values()) {
      Buffers.overwrite(each);
    }
    return changed;
  }

  private static byte[] encode(@Nullable Object value, Method method) throws IOException {
    try {
      return ValueWriter.encode(value, method.getGenericReturnType(), Bounds.INNER);
    } catch (WireException misfit) {
      throw new WireException(
          method.getName()
              + " returned a value that the contract does not allow: "
              + misfit.getMessage());
    }
  }

  private ThrownData describe(Throwable thrown) {
    return ThrownReport.of(thrown, subjects);
  }
}
