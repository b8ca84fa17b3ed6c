package io.sitepulse.dashboard.change;

import static io.vertx.core.http.HttpMethod.GET;

import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.manage.Store;
import java.util.Objects;

/** {@code /api/manage/changes}: the log of who changed what, the latest first. */
public final class ChangeRoutes implements ManageFeature {
  private static final int MOST = 500;
  private static final String USUAL = "100";

  private final ChangeLog log;

  public ChangeRoutes(Store store) {
    this.log = new ChangeLog(store);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, "/changes", Right.ADMINISTER, this::list);
  }

  private void list(Call call) {
    int limit = call.query("limit", USUAL, ChangeRoutes::limit);
    Place before = call.query("before", Place.NOW, Place::parse);
    call.json(log.before(before, wanted(call, "subject"), wanted(call, "by"), limit));
  }

  /** Empty: any. */
  private static String wanted(Call call, String name) {
    return Objects.requireNonNullElse(call.query(name), "");
  }

  private static int limit(String text) {
    if (!text.matches("[0-9]{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST) {
      throw new IllegalArgumentException("must be 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }
}
