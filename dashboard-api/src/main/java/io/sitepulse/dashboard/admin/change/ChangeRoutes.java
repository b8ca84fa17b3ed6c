package io.sitepulse.dashboard.admin.change;

import static io.vertx.core.http.HttpMethod.GET;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import java.util.Objects;

/** {@code /api/manage/changes}: the log of who changed what, the latest first. */
public final class ChangeRoutes implements RouteProvider {
  private static final int MOST = 500;
  private static final int MOST_IN_FILE = 10_000;
  private static final String USUAL = "100";

  private final ChangeLog log;
  private final ExportResponder exportResponder;

  public ChangeRoutes(
      ClickHouseQueryRunner clickHouseQueryRunner, ExportResponder exportResponder) {
    this.exportResponder = exportResponder;
    this.log = new ChangeLog(clickHouseQueryRunner);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, "/changes", RequiredAccess.ADMINISTER, this::list);
  }

  private void list(RequestContext requestContext) {
    boolean isFile = ExportResponder.format(requestContext).isPresent();
    int most = isFile ? MOST_IN_FILE : MOST;
    int limit =
        requestContext.query(
            "limit", isFile ? "" + MOST_IN_FILE : USUAL, text -> limit(text, most));
    ChangeCursor before = requestContext.query("before", ChangeCursor.NOW, ChangeCursor::parse);
    exportResponder.of(
        requestContext,
        log.before(before, wanted(requestContext, "subject"), wanted(requestContext, "by"), limit),
        ChangeExport::of);
  }

  /** Empty: any. */
  private static String wanted(RequestContext requestContext, String name) {
    return Objects.requireNonNullElse(requestContext.query(name), "");
  }

  private static int limit(String text, int most) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new FieldViolationException("limit", Rule.NUMBER, "must be a whole number");
    }
    return (int) Require.range(Integer.parseInt(text), 1, most, "limit");
  }
}
