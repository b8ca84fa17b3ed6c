package io.sitepulse.dashboard.http;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, and whether that place may act for a site. */
public final class OriginPolicy {
  private final ClientAddress clients;

  public OriginPolicy(ClientAddress clients) {
    this.clients = clients;
  }

  /**
   * Whether the page that sent the request may vote in a site's polls: a page of ours, of the
   * site's origins, of any origin if the site names none, or no page at all (no {@code Origin}).
   */
  public boolean allows(HttpServerRequest request, @Nullable Site site) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        || isOwn(request, origin)
        || (site != null && site.allows(origin));
  }

  /** Whether an origin is the address this request was sent to. */
  public boolean isOwn(HttpServerRequest request, String origin) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && bare(origin.substring(scheme + 3)).equals(bare(hostOf(request)));
  }

  /** Whether the browser speaks https, to us or to the proxy before us. */
  public boolean isSecure(HttpServerRequest request) {
    String forwarded = clients.isTrusted(request) ? request.getHeader("X-Forwarded-Proto") : null;
    return "https".equals(forwarded == null ? request.scheme() : forwarded);
  }

  /** The address this request was sent to, as whoever sent it wrote it: scheme, host and port. */
  public String own(HttpServerRequest request) {
    return (isSecure(request) ? "https://" : "http://") + hostOf(request);
  }

  private String hostOf(HttpServerRequest request) {
    String forwarded = clients.isTrusted(request) ? request.getHeader("X-Forwarded-Host") : null;
    if (forwarded != null) {
      return forwarded;
    }
    HostAndPort authority = request.authority();
    return authority == null ? "" : authority.toString();
  }

  /** Host and port in small letters; the port that goes without saying is left out. */
  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
