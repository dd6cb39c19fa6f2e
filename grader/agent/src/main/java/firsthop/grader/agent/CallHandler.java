package firsthop.grader.agent;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ThrownData;
import firsthop.grader.wire.ToCandidate;
import firsthop.grader.wire.ValueReader;
import firsthop.grader.wire.ValueWriter;
import firsthop.grader.wire.WireException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
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
      return new FromCandidate.Returned(call, handle());
    } catch (UnusableException | WireException misfit) {
      return new FromCandidate.Unusable(call, String.valueOf(misfit.getMessage()));
    } catch (InvocationTargetException threw) {
      return new FromCandidate.Threw(call, describe(threw.getCause()));
    } catch (Throwable threw) {
      // From a static initializer, or a linkage error.
      return new FromCandidate.Threw(call, describe(threw));
    }
  }

  private int number() {
    return request instanceof ToCandidate.Call call
        ? call.call()
        : ((ToCandidate.Create) request).call();
  }

  private byte @Nullable [] handle() throws Throwable {
    if (request instanceof ToCandidate.Create create) {
      subjects.create(create.subject(), create.contract());
      return null;
    }
    ToCandidate.Call call = (ToCandidate.Call) request;
    Subjects.Subject subject = subjects.get(call.subject());
    if (subject == null) {
      throw new WireException("there is no subject " + call.subject());
    }
    Method method = subject.methods().at(call.method());
    Object value = method.invoke(subject.instance(), arguments(call, method));
    return method.getReturnType() == void.class ? null : encode(value, method);
  }

  private static @Nullable Object[] arguments(ToCandidate.Call call, Method method)
      throws IOException {
    Type[] types = method.getGenericParameterTypes();
    @Nullable Object[] values = new Object[types.length];
    ValueReader reader = new ValueReader(call.arguments(), Bounds.INNER);
    for (int i = 0; i < types.length; i++) {
      values[i] = reader.read(types[i]);
    }
    reader.end();
    return values;
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
