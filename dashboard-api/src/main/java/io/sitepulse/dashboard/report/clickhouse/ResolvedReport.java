package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.dashboard.report.ReportDays;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.succession.SiteSuccession;

/**
 * A report query with everything that depends on the time of the request, resolved once. All
 * loaders of an answer get the same one, so that the answer sees one instant.
 *
 * @param siteSet the sites to sum and the instant
 * @param succession the predecessors of sites that {@code siteSet} was resolved with
 * @param days the days of the period that have begun, and those compared
 * @param figures counters and rollups, or the raw events if visits are filtered
 */
record ResolvedReport(
    ReportQuery query,
    SiteSet siteSet,
    SiteSuccession succession,
    ReportDays days,
    FigureSource figures) {}
