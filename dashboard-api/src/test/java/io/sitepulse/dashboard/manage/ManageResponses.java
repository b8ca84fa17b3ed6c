package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads responses of the management API in tests. */
public final class ManageResponses {
  /** An unavailable ClickHouse. */
  public static final Jdbi AWAY =
      Jdbi.create(
          () -> {
            throw new SQLException("away");
          });

  private ManageResponses() {}

  /** Returns the first field that a 400 or 409 names. */
  public static String field(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 409);
    return body(answer).getJsonArray("errors").getJsonObject(0).getString("field");
  }

  /** Returns the code of the first error of a 400 or 409. */
  public static String code(HttpResponse<String> answer) {
    field(answer);
    return body(answer).getJsonArray("errors").getJsonObject(0).getString("code");
  }

  /** Requires a code for every field error, because clients translate codes. */
  static void mustHaveCodes(HttpResponse<String> answer) {
    if (answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
      assertThat(body(answer).getJsonArray("errors"))
          .as(answer.body())
          .allMatch(fault -> ((JsonObject) fault).containsKey("code"))
          .noneMatch(fault -> "invalid".equals(((JsonObject) fault).getString("code")));
    }
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
