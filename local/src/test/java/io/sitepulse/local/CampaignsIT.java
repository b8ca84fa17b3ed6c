package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links with tags, from the event that a page sends to the reports of a manager. */
class CampaignsIT {
  private static final String PASSWORD = "một mật khẩu để dùng";
  private static final String CAMPAIGN = "Lấy ý kiến 2026";
  private static final String CODED = "L%E1%BA%A5y%20%C3%BD+ki%E1%BA%BFn%202026";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static Sitepulse pulse;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    pulse =
        Sitepulse.start(
            SitepulseOptions.in(folder.resolve("data"))
                .with("SITEPULSE_DEFINITIONS_SEED", "shipped"));
    pulse.firstAdministrator("quantri", "Nguyễn Thị Quản Trị", PASSWORD);
    var signIn = Map.of("login", "quantri", "password", PASSWORD);
    assertThat(post("/api/manage/session", Json.MAPPER.writeValueAsString(signIn), "").statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    pulse.close();
  }

  @Test
  void campaignsAreCountedAndNeverSplitAPage() throws Exception {
    view(126, "/y-kien?utm_source=Zalo&utm_medium=oa&utm_campaign=" + CODED, "");
    view(127, "/y-kien?utm_campaign=" + CODED + "&utm_source=poster&utm_medium=QR", "");
    view(128, "/y-kien?fbclid=IwAR0", "");
    view(129, "/y-kien", "https://news.google.com.vn/articles/1");
    view(130, "/y-kien", "android-app://com.zing.zalo/");

    await().untilAsserted(() -> assertThat(visits("page", "")).isEqualTo(Map.of("/y-kien", 5L)));

    assertThat(visits("campaign", "")).isEqualTo(Map.of(CAMPAIGN, 2L));
    assertThat(visits("campaignSource", "")).isEqualTo(Map.of("zalo", 1L, "poster", 1L));
    assertThat(visits("campaignMedium", "")).isEqualTo(Map.of("oa", 1L, "qr", 1L));
    assertThat(visits("source", ""))
        .isEqualTo(Map.of("Zalo", 2L, "QR", 1L, "Facebook", 1L, "Google", 1L));
    String filter = "&campaign=" + URLEncoder.encode(CAMPAIGN, StandardCharsets.UTF_8);
    assertThat(visits("source", filter)).isEqualTo(Map.of("Zalo", 1L, "QR", 1L));
    assertThat(visits("campaign", "&campaignMedium=qr")).isEqualTo(Map.of(CAMPAIGN, 1L));
    assertThat(visits("campaign", "&campaign=")).isEmpty();
    assertThat(visits("page", "&campaign=")).isEqualTo(Map.of("/y-kien", 3L));
    assertThat(visits("page", "&source=google.com")).isEqualTo(Map.of("/y-kien", 1L));
    assertThat(get("campaign", "&format=csv&language=vi").body())
        .contains("Chiến dịch")
        .contains(CAMPAIGN);
  }

  /** The visits of each value of a dimension, today. */
  private static Map<String, Long> visits(String dimension, String more) throws Exception {
    var visits = new TreeMap<String, Long>();
    for (JsonNode value : Json.MAPPER.readTree(get(dimension, more).body()).path("values")) {
      visits.put(value.path("value").asText(), value.path("visits").asLong());
    }
    return visits;
  }

  private static HttpResponse<String> get(String dimension, String more) throws Exception {
    LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    String path =
        "/api/manage/reports/breakdown?scope=site:demo&compare=none&period=%s&dimension=%s%s"
            .formatted(today, dimension, more);
    var response = HTTP.send(request(path).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response;
  }

  /** A view of a visitor, who is told from others by the version of the browser. */
  private static void view(int chrome, String page, String referrer) throws Exception {
    var event = Map.of("site", "demo", "page", page, "referrer", referrer);
    assertThat(
            post(
                    "/api/events",
                    Json.MAPPER.writeValueAsString(event),
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                        + " (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36".formatted(chrome))
                .statusCode())
        .isEqualTo(202);
  }

  private static HttpResponse<String> post(String path, String body, String userAgent)
      throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .header("User-Agent", userAgent)
            .POST(BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(pulse.url().resolve(path));
  }
}
