package io.sitepulse.local.report;

import io.sitepulse.local.SharedResource;

/**
 * Gives every read-only test the same {@link ReportsTester}. A test that changes rollups restores
 * them, because reports must be the same without.
 */
final class ReportsExtension extends SharedResource<ReportsTester> {
  ReportsExtension() {
    super(ReportsTester.class, ReportsTester::start);
  }
}
