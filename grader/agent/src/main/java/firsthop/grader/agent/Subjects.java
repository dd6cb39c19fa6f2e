package firsthop.grader.agent;

import firsthop.grader.wire.ContractMethods;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The instances of the student's classes, by the number that the examiner gave them. */
final class Subjects {
  /** The student's class for contract {@code X} is {@code MyX}, in the same package. */
  private static final String PREFIX = "My";

  private final ClassBytes loader;
  private final Map<String, ContractMethods> methods = new ConcurrentHashMap<>();
  private final Map<Integer, Subject> subjects = new ConcurrentHashMap<>();

  record Subject(Object instance, ContractMethods methods) {}

  Subjects(ClassBytes loader) {
    this.loader = loader;
  }

  /** Creates a new instance. Exceptions of its constructor are passed on. */
  void create(int number, String contractName) throws Throwable {
    int simple = contractName.lastIndexOf('.') + 1;
    String name = contractName.substring(0, simple) + PREFIX + contractName.substring(simple);
    Class<?> contract = Class.forName(contractName, false, loader);
    Constructor<?> constructor;
    try {
      Class<?> type = Class.forName(name, true, loader);
      if (!contract.isAssignableFrom(type)) {
        throw new UnusableException(name + " does not implement " + contractName);
      }
      constructor = type.getConstructor();
    } catch (ClassNotFoundException missing) {
      throw new UnusableException("there is no class " + name);
    } catch (NoSuchMethodException missing) {
      throw new UnusableException(
          name + " must be public and must have a public constructor without parameters");
    }
    try {
      subjects.put(number, new Subject(constructor.newInstance(), methodsOf(contract)));
    } catch (IllegalAccessException | InstantiationException hidden) {
      throw new UnusableException(
          name + " cannot be created: it must be a public class that is not abstract");
    }
  }

  @Nullable Subject get(int number) {
    return subjects.get(number);
  }

  void drop(int number) {
    subjects.remove(number);
  }

  /** Returns whether a class is one that the student handed in. */
  boolean isHandedIn(String className) {
    return loader.defines(className);
  }

  private ContractMethods methodsOf(Class<?> contract) {
    ContractMethods known = methods.get(contract.getName());
    if (known == null) {
      known = new ContractMethods(contract);
      methods.put(contract.getName(), known);
    }
    return known;
  }
}
