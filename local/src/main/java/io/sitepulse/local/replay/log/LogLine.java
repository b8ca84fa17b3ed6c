package io.sitepulse.local.replay.log;

import java.time.Instant;

/**
 * A request in a web server's access log. Strings hold one char per byte of the file. The encoding
 * is for the caller to decide.
 *
 * @param host address of the client, or its name if the server looked names up
 * @param at time of the request
 * @param method HTTP method
 * @param target request target: path with query
 * @param status HTTP status of the response
 * @param referrer the {@code Referer} header, empty if there was none
 * @param agent the {@code User-Agent} header, empty if there was none
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

  /** Returns the query after the question mark, empty if there is none. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
