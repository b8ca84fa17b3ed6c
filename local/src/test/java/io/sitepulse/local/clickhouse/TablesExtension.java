package io.sitepulse.local.clickhouse;

import io.sitepulse.local.Scratch;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class {@link Tables} of its own. Tests of one class share them, each with its own
 * sites. Classes do not share, because some tests wait until all rollups of the database are done.
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
