package io.sitepulse.local.demo;

import io.sitepulse.local.http.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;

/**
 * Sends what a page's script sends, for simulated visitors. Failures are returned and not logged.
 */
final class PublicApi {
  private static final int CONNECTIONS = 32;

  private final HttpClient client;
  private final URI url;
  private final String site;

  PublicApi(Vertx vertx, URI url, String site) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.url = url;
    this.site = site;
  }

  /**
   * Sends a view.
   *
   * @param query tags of the link that led to the page, from the question mark on, or empty
   */
  Future<Void> view(Person person, UUID view, DemoPage page, String query, String referrer) {
    var event =
        new JsonObject()
            .put("id", view.toString())
            .put("site", site)
            .put("page", page.path() + query)
            .put("title", page.title())
            .put("referrer", referrer);
    return post("/api/events", person, event);
  }

  Future<Void> heartbeat(Person person, UUID view, DemoPage page, long engagedMs) {
    var event =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("kind", "heartbeat")
            .put("site", site)
            .put("page", page.path())
            .put("view", view.toString())
            .put("engagedMs", engagedMs);
    return post("/api/events", person, event);
  }

  Future<Void> vote(Person person, String poll, String choice) {
    var vote =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("choices", new JsonArray().add(choice));
    return post("/api/polls/" + poll + "/votes", person, vote);
  }

  void close() {
    client.close().await();
  }

  private Future<Void> post(String path, Person person, JsonObject body) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url.resolve(path).toString())
            .putHeader("Content-Type", "application/json")
            .putHeader("X-Forwarded-For", person.address())
            .putHeader("User-Agent", person.agent())
            .putHeader("Accept-Language", "vi-VN,vi;q=0.9");
    return HttpExchange.send(client, options, body.toBuffer(), response -> response.end());
  }
}
