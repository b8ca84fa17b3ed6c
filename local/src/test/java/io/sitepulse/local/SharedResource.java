package io.sitepulse.local;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Passes one resource to all tests of a run that have a parameter of its type. The first test that
 * asks for it starts it. JUnit closes it after the last test.
 *
 * @param <T> type of the parameter
 */
public abstract class SharedResource<T extends AutoCloseable> implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedResource.class);

  private final Class<T> type;
  private final Supplier<T> start;

  protected SharedResource(Class<T> type, Supplier<T> start) {
    this.type = type;
    this.start = start;
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE).computeIfAbsent(type, key -> start.get(), type);
  }
}
