package firsthop.grader.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The methods of a contract in an order on which both sides of the wire agree: by name, then by
 * parameter types, then by return type.
 */
public final class ContractMethods {
  private final List<Method> methods = new ArrayList<>();

  public ContractMethods(Class<?> contract) {
    for (Method method : contract.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        methods.add(method);
      }
    }
    methods.sort(BY_SIGNATURE);
  }

  /** Returns the method at this index. */
  public Method at(int place) throws WireException {
    if (place < 0 || place >= methods.size()) {
      throw new WireException(
          "there is no method " + place + "; the contract has " + methods.size());
    }
    return methods.get(place);
  }

  /** Returns the index of this method. */
  public int placeOf(Method wanted) {
    for (int place = 0; place < methods.size(); place++) {
      if (BY_SIGNATURE.compare(methods.get(place), wanted) == 0) {
        return place;
      }
    }
    throw new IllegalArgumentException(wanted + " is not a method of the contract");
  }

  // A class instead of lambdas, which would cost milliseconds each time the agent starts.
  private static final Comparator<Method> BY_SIGNATURE =
      new Comparator<>() {
        @Override
        public int compare(Method one, Method other) {
          return signature(one).compareTo(signature(other));
        }

        private String signature(Method method) {
          StringBuilder signature = new StringBuilder(method.getName());
          for (Class<?> parameter : method.getParameterTypes()) {
            signature.append(' ').append(parameter.getName());
          }
          return signature.append(' ').append(method.getReturnType().getName()).toString();
        }
      };
}
