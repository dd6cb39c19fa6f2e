package firsthop.grader.exam;

import firsthop.grader.network.Ladder;
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
 * Hands hidden tests what they take: subjects, which are the candidate's when the launcher session
 * holds {@link Sittings}, else the class path's; addresses, a seed and a ladder.
 */
public final class SubjectExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SubjectExtension.class);
  private static final Map<Class<?>, Function<Sitting, Object>> GIVEN =
      Map.of(
          AddressPlan.class,
          Sitting::addresses,
          Seed.class,
          Sitting::seed,
          Ladder.class,
          Sitting::ladder);

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    Sitting sitting =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .getOrDefault(Sittings.class, Sittings.class, LocalSitting::begin)
            .begin(context.getUniqueId());
    context.getStore(NAMESPACE).put(Sitting.class, sitting);
    context.getStore(NAMESPACE).put(List.class, new ArrayList<Object>());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Sitting sitting = sitting(context);
    subjects(context).forEach(sitting::release);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Subject.class)
        || GIVEN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Sitting sitting = sitting(context);
    Class<?> type = parameter.getParameter().getType();
    Function<Sitting, Object> given = GIVEN.get(type);
    if (given != null) {
      return given.apply(sitting);
    }
    try {
      Object subject = sitting.create(type);
      subjects(context).add(subject);
      return subject;
    } catch (Exception failed) {
      throw new ParameterResolutionException(
          "no My" + type.getSimpleName() + ": " + failed.getMessage(), failed);
    }
  }

  private static Sitting sitting(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Sitting.class, Sitting.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> subjects(ExtensionContext context) {
    return (List<Object>) context.getStore(NAMESPACE).get(List.class);
  }
}
