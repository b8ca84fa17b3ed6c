package io.sitepulse.local.clickhouse;

import io.sitepulse.local.Scratch;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class {@link Tables} of their own. Tests of one class share them, each with
 * sites of its own; tests of two classes do not, as some wait until all that is in them is done.
 */
public final class TablesExtension implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(TablesExtension.class);

  /** JUnit closes it when the class is over. */
  private record Held(Scratch scratch, Tables tables) implements AutoCloseable {
    private static Held start() throws Exception {
      var scratch = Scratch.of("tables");
      return new Held(scratch, Tables.start(scratch.folder()));
    }

    @Override
    public void close() {
      tables.close();
      scratch.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    context.getStore(OURS).put(Tables.class, Held.start());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Tables.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(OURS).get(Tables.class, Held.class)).tables();
  }
}
