package io.sitepulse.dashboard.change;

import static io.vertx.core.http.HttpMethod.GET;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Check;
import io.sitepulse.contract.Rule;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.manage.Store;
import java.util.Objects;

/** {@code /api/manage/changes}: the log of who changed what, the latest first. */
public final class ChangeRoutes implements ManageFeature {
  private static final int MOST = 500;
  private static final int MOST_IN_FILE = 10_000;
  private static final String USUAL = "100";

  private final ChangeLog log;
  private final Answers answers;

  public ChangeRoutes(Store store, Answers answers) {
    this.answers = answers;
    this.log = new ChangeLog(store);
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(GET, "/changes", Right.ADMINISTER, this::list);
  }

  private void list(Call call) {
    boolean isFile = Answers.format(call).isPresent();
    int most = isFile ? MOST_IN_FILE : MOST;
    int limit = call.query("limit", isFile ? "" + MOST_IN_FILE : USUAL, text -> limit(text, most));
    Place before = call.query("before", Place.NOW, Place::parse);
    answers.of(
        call,
        log.before(before, wanted(call, "subject"), wanted(call, "by"), limit),
        ChangeTables::of);
  }

  /** Empty: any. */
  private static String wanted(Call call, String name) {
    return Objects.requireNonNullElse(call.query(name), "");
  }

  private static int limit(String text, int most) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new BrokenRule("limit", Rule.NUMBER, "must be a whole number");
    }
    return (int) Check.range(Integer.parseInt(text), 1, most, "limit");
  }
}
