package io.sitepulse.dashboard.admin.change;

import static io.vertx.core.http.HttpMethod.GET;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** {@code /api/manage/changes}: the change log, latest first. */
public final class ChangeRoutes implements RouteProvider {
  private static final int MAX_LIMIT = 500;
  private static final int MAX_EXPORT_LIMIT = 10_000;
  private static final String DEFAULT_LIMIT = "100";

  private final ChangeQueries changes;
  private final ExportResponder exportResponder;

  public ChangeRoutes(
      ClickHouseQueryRunner clickHouseQueryRunner, ExportResponder exportResponder) {
    this.exportResponder = exportResponder;
    this.changes = new ChangeQueries(clickHouseQueryRunner);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, "/changes", RequiredAccess.ADMINISTER, this::list);
  }

  private void list(RequestContext requestContext) {
    boolean isExport = ExportResponder.format(requestContext).isPresent();
    int max = isExport ? MAX_EXPORT_LIMIT : MAX_LIMIT;
    int limit =
        requestContext.query(
            "limit", isExport ? "" + MAX_EXPORT_LIMIT : DEFAULT_LIMIT, text -> limit(text, max));
    ChangeCursor before = requestContext.query("before", ChangeCursor.NOW, ChangeCursor::parse);
    exportResponder.of(
        requestContext,
        changes.before(
            before,
            new ChangeQueries.Filter(
                filter(requestContext, "subject"),
                filter(requestContext, "by"),
                filter(requestContext, "kind"),
                day(requestContext, "from").map(ChangeRoutes::begin).orElse(Instant.EPOCH),
                day(requestContext, "to")
                    .map(day -> begin(day.plusDays(1)))
                    .orElse(ChangeCursor.parse(ChangeCursor.NOW).at())),
            limit),
        ChangeExport::of);
  }

  private static Optional<LocalDate> day(RequestContext requestContext, String name) {
    return requestContext.query(name, "", ChangeRoutes::day);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new FieldViolationException("day", Rule.DAY, "must be a day like 2026-11-22");
    }
  }

  /** The log tells times in this zone, whatever the zone of the changed site. */
  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(Site.DEFAULT_ZONE).toInstant();
  }

  /** Returns a filter, empty if absent. */
  private static String filter(RequestContext requestContext, String name) {
    return Objects.requireNonNullElse(requestContext.query(name), "");
  }

  private static int limit(String text, int max) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new FieldViolationException("limit", Rule.NUMBER, "must be a whole number");
    }
    return (int) Require.range(Integer.parseInt(text), 1, max, "limit");
  }
}
