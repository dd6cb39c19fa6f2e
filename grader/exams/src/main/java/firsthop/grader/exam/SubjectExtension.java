package firsthop.grader.exam;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands subjects to hidden tests: the candidate's when the launcher session holds a {@link
 * SubjectFactory}, else the class path's.
 */
public final class SubjectExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SubjectExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    factory(context).begin();
    context.getStore(NAMESPACE).put(List.class, new ArrayList<Object>());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    subjects(context).forEach(factory(context)::release);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Subject.class)
        || parameter.getParameter().getType() == AddressPlan.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SubjectFactory factory = factory(context);
    if (!parameter.isAnnotated(Subject.class)) {
      return factory.addresses();
    }
    Class<?> contract = parameter.getParameter().getType();
    try {
      Object subject = factory.create(contract);
      subjects(context).add(subject);
      return subject;
    } catch (Exception failed) {
      throw new ParameterResolutionException(
          "no My" + contract.getSimpleName() + ": " + failed.getMessage(), failed);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> subjects(ExtensionContext context) {
    return (List<Object>) context.getStore(NAMESPACE).get(List.class);
  }

  private static SubjectFactory factory(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrDefault(SubjectFactory.class, SubjectFactory.class, new LocalSubjects());
  }
}
