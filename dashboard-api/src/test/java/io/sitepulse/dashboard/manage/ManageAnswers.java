package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What tests look at in answers of the management. */
public final class ManageAnswers {
  /** ClickHouse that is away. */
  public static final Jdbi AWAY =
      Jdbi.create(
          () -> {
            throw new SQLException("away");
          });

  private ManageAnswers() {}

  /** The field that a 400 or 409 names first. */
  public static String field(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 409);
    return body(answer).getJsonArray("errors").getJsonObject(0).getString("field");
  }

  public static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  public static List<String> ids(HttpResponse<String> answer) {
    return new JsonArray(answer.body())
        .stream().map(entry -> ((JsonObject) entry).getString("id")).toList();
  }

  public static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
