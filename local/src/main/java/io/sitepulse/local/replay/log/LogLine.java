package io.sitepulse.local.replay.log;

import java.time.Instant;

/**
 * A request as a web server's access log tells it. Texts hold one char per byte of the file: what
 * encoding they are in is for whoever uses them to know.
 *
 * @param host address of the client, or its name where the server looked names up
 * @param at when the request came
 * @param method HTTP method
 * @param target request target: path with query
 * @param status HTTP status of the answer
 * @param referrer the {@code Referer} header; empty if there was none
 * @param agent the {@code User-Agent} header; empty if there was none
 */
public record LogLine(
    String host,
    Instant at,
    String method,
    String target,
    int status,
    String referrer,
    String agent) {

  /** The target without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What follows the question mark; empty if nothing does. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
