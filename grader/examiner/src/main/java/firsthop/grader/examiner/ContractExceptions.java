package firsthop.grader.examiner;

import firsthop.grader.wire.ThrownData;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Converts the exceptions that a candidate reports to the types that a contract names. The types
 * come from the contract's side only. A student's own subclass becomes its nearest superclass in
 * the table.
 */
final class ContractExceptions {
  private static final List<Class<? extends Exception>> OF_THE_JDK =
      List.of(
          IllegalArgumentException.class,
          IllegalStateException.class,
          IOException.class,
          EOFException.class,
          SocketException.class,
          BindException.class,
          ConnectException.class,
          SocketTimeoutException.class,
          UnknownHostException.class);

  private static final Class<?>[] MESSAGE_ALONE = {String.class};

  private final Map<String, Class<? extends Throwable>> known = new HashMap<>();

  /** Collects the JDK's exceptions that contracts name, and those of the contract's package. */
  ContractExceptions(Class<?> contract) {
    OF_THE_JDK.forEach(type -> known.put(type.getName(), type));
    ReflectionSupport.findAllClassesInPackage(
            contract.getPackageName(), ContractExceptions::canBeMade, name -> true)
        .forEach(type -> known.put(type.getName(), type.asSubclass(Exception.class)));
  }

  /**
   * Returns the exception that the proxy throws for an exception of the student's code.
   *
   * @param call the text of the call, for messages
   */
  Throwable toThrow(ThrownData thrown, Method method, String call) {
    CandidateThrew report = new CandidateThrew(call, thrown);
    for (String name : thrown.types()) {
      Class<? extends Throwable> type = known.get(name);
      if (type != null) {
        Throwable made = make(type, thrown.message());
        if (made == null || !mayThrow(method, type)) {
          return report;
        }
        made.addSuppressed(report);
        return made;
      }
    }
    return report;
  }

  private static boolean mayThrow(Method method, Class<?> type) {
    return RuntimeException.class.isAssignableFrom(type)
        || List.of(method.getExceptionTypes()).stream()
            .anyMatch(named -> named.isAssignableFrom(type));
  }

  private static @Nullable Throwable make(
      Class<? extends Throwable> type, @Nullable String message) {
    try {
      return type.getConstructor(String.class).newInstance(message);
    } catch (ReflectiveOperationException refused) {
      return null;
    }
  }

  /** Returns whether a class is an exception with a public constructor that takes its message. */
  private static boolean canBeMade(Class<?> type) {
    return Exception.class.isAssignableFrom(type)
        && Modifier.isPublic(type.getModifiers())
        && !Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getConstructors())
            .anyMatch(made -> Arrays.equals(made.getParameterTypes(), MESSAGE_ALONE));
  }
}
