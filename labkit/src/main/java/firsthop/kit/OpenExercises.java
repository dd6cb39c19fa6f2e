package firsthop.kit;

import firsthop.kit.HaltCalls.HaltCall;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Distinguishes open exercises from wrong ones. A test during which a {@link Todo} was created is
 * aborted; every other failure is explained to the student.
 *
 * <p>The creation of a {@code Todo} counts, not the throw: a test may expect an exception, the code
 * under test may swallow it, and a server throws on its own thread.
 *
 * <p>If the system property {@code firsthop.open} is {@code fails}, an open exercise is a failure.
 * The build sets the property when it runs the reference solution.
 */
public final class OpenExercises implements InvocationInterceptor {
  private static final String WHEN_OPEN = "firsthop.open";
  private static final Namespace NAMESPACE = Namespace.create(OpenExercises.class);

  /** Returns whether an open exercise is a failure in this run. */
  static boolean openFails() {
    return "fails".equals(System.getProperty(WHEN_OPEN));
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD; // so that a constructor's Todo counts for its test
  }

  @Override
  public <T extends @Nullable Object> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> invocationContext,
      ExtensionContext context)
      throws Throwable {
    return judge(invocation, context);
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  @SuppressWarnings("unchecked") // JUnit takes a List wherever it takes a Stream
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    // Collect a stream here: JUnit would create its elements outside of this interceptor.
    return judge(
        () -> {
          T tests = invocation.proceed();
          return tests instanceof Stream<?> stream ? (T) stream.toList() : tests;
        },
        context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(invocation, context);
  }

  private static <T extends @Nullable Object> T judge(
      Invocation<T> invocation, ExtensionContext context) throws Throwable {
    ExerciseCase exerciseCase = ExerciseCase.of(context);
    TimeOuts timeOuts = timeOuts(context);
    timeOuts.refuse(exerciseCase);
    refuseToHalt(exerciseCase, context, timeOuts);
    Watch watch = watch(context);
    T result;
    try {
      result = TimedRun.run(invocation, exerciseCase, timeOuts);
    } catch (TestAbortedException aborted) {
      throw aborted;
    } catch (Throwable thrown) {
      throwIfOpen(watch.todos(thrown));
      throw FailureReport.of(exerciseCase, thrown, watch.uncaught());
    }
    throwIfOpen(watch.todos());
    return result;
  }

  private static void throwIfOpen(List<Todo> todos) {
    if (todos.isEmpty()) {
      return;
    }
    Todo first = todos.get(0);
    if (openFails()) {
      throw new AssertionError(first.getMessage() + ", and " + WHEN_OPEN + "=fails", first);
    }
    TestAbortedException open = new TestAbortedException(first.getMessage());
    open.setStackTrace(first.getStackTrace());
    throw open;
  }

  /** Fails the first test of an exercise that calls Runtime.halt, and runs no other test. */
  private static void refuseToHalt(
      ExerciseCase exerciseCase, ExtensionContext context, TimeOuts timeOuts) {
    Class<?> contract = exerciseCase.contract();
    Optional<HaltCall> call =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(
                contract.getPackageName(), lab -> new HaltCalls(contract), HaltCalls.class)
            .first();
    if (call.isEmpty()) {
      return;
    }
    if (!call.get().isIn(contract)) {
      throw new TimeOuts.NotRun(call.get().place() + " calls halt");
    }
    timeOuts.stop(contract);
    throw FailureReport.of(exerciseCase, new HaltCalls.Refused(call.get()), List.of());
  }

  private static TimeOuts timeOuts(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(TimeOuts.class, type -> new TimeOuts(), TimeOuts.class);
  }

  /** Returns the watch of a test. It began with the first method that JUnit called for the test. */
  private static Watch watch(ExtensionContext context) {
    // The id is the key because a store also returns values of the enclosing contexts.
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(context.getUniqueId(), id -> Watch.begin(), Watch.class);
  }
}
