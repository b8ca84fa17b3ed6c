package io.sitepulse.local;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Passes one resource to all tests of a process that have a parameter of its type. The first test
 * that asks for it starts it. It is closed when a test asks for one of another type, because an
 * installation that nobody uses still costs processor time, and after the last test.
 *
 * <p>Surefire runs each class of a fork by itself, in one session of the launcher. What is kept
 * with the run of a class would be started again for the next one.
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
    Store store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    Held held = store.get(Held.class, Held.class);
    if (held == null || held.type != type) {
      if (held != null) {
        store.remove(Held.class);
        held.close();
      }
      held = new Held(type, start.get());
      store.put(Held.class, held);
    }
    return held.resource;
  }

  /** The resource in use. JUnit closes it at the end of the session. */
  private record Held(Class<?> type, AutoCloseable resource) implements AutoCloseable {
    @Override
    public void close() {
      try {
        resource.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot close " + type, e);
      }
    }
  }
}
