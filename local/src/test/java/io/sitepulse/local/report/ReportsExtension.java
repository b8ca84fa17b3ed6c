package io.sitepulse.local.report;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every read-only test the same {@link ReportsTester}. A test that changes rollups restores
 * them, because reports must be the same without.
 */
final class ReportsExtension implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(ReportsExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ReportsTester.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(ReportsTester.class, key -> ReportsTester.start(), ReportsTester.class);
  }
}
