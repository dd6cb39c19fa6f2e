package firsthop.grader.exam;

import firsthop.grader.network.PacketTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the parameters of hidden tests: subjects, addresses, a seed and a trace. Subjects come
 * from the candidate if the launcher session holds {@link TestContexts}, otherwise from the class
 * path.
 */
public final class SubjectExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SubjectExtension.class);
  private static final Map<Class<?>, Function<TestContext, Object>> GIVEN =
      Map.of(
          AddressPlan.class,
          TestContext::addresses,
          Seed.class,
          TestContext::seed,
          PacketTrace.class,
          TestContext::trace);

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    TestContext testContext =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .getOrDefault(TestContexts.class, TestContexts.class, LocalTestContext::begin)
            .begin(context.getUniqueId());
    context.getStore(NAMESPACE).put(TestContext.class, testContext);
    context.getStore(NAMESPACE).put(List.class, new ArrayList<Object>());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestContext testContext = testContext(context);
    subjects(context).forEach(testContext::release);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Subject.class)
        || GIVEN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestContext testContext = testContext(context);
    Class<?> type = parameter.getParameter().getType();
    Function<TestContext, Object> given = GIVEN.get(type);
    if (given != null) {
      return given.apply(testContext);
    }
    try {
      boolean ownsArrays =
          context.getRequiredTestMethod().isAnnotationPresent(CallerOwnsArrays.class);
      Object subject = testContext.create(type, ownsArrays);
      subjects(context).add(subject);
      return subject;
    } catch (Exception failed) {
      throw new ParameterResolutionException(
          "cannot create My" + type.getSimpleName() + ": " + failed.getMessage(), failed);
    }
  }

  private static TestContext testContext(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(TestContext.class, TestContext.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> subjects(ExtensionContext context) {
    return (List<Object>) context.getStore(NAMESPACE).get(List.class);
  }
}
