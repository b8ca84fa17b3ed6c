package io.sitepulse.dashboard.http;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the origin of a request with the origins of a site and with this server's own. */
public final class OriginPolicy {
  private final ClientAddress clients;
  private final Optional<URI> address;

  /** Creates the policy of a server without a configured address. */
  public OriginPolicy(ClientAddress clients) {
    this(clients, Optional.empty());
  }

  /**
   * Creates the policy.
   *
   * @param address configured public address of this server
   */
  public OriginPolicy(ClientAddress clients, Optional<URI> address) {
    this.clients = clients;
    this.address = address;
  }

  /**
   * Tells whether the origin of a request may vote in the polls of a site. Allowed are this
   * server's own origin, the origins of the site, any origin if the site lists none, and requests
   * without {@code Origin}.
   */
  public boolean allows(HttpServerRequest request, @Nullable Site site) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || isOwn(request, origin) || (site != null && site.allows(origin));
  }

  /** Tells whether an origin is the host that this request was sent to. */
  public boolean isOwn(HttpServerRequest request, String origin) {
    int scheme = origin.indexOf("://");
    return scheme > 0
        && normalized(origin.substring(scheme + 3)).equals(normalized(hostOf(request)));
  }

  /** Tells whether the browser uses HTTPS, to this server or to a trusted proxy. */
  public boolean isSecure(HttpServerRequest request) {
    String forwarded = clients.isTrusted(request) ? request.getHeader("X-Forwarded-Proto") : null;
    return "https".equals(forwarded == null ? request.scheme() : forwarded);
  }

  /**
   * The origin that the client sent this request to: scheme, host and port. A client of HTTP/1.0
   * need not name a host, which no browser does.
   */
  public String own(HttpServerRequest request) {
    String host = hostOf(request);
    return (isSecure(request) ? "https://" : "http://") + (host.isEmpty() ? "localhost" : host);
  }

  /** The origin of the configured public address, or else {@link #own}. */
  public String ofPublic(HttpServerRequest request) {
    return address
        .map(configured -> configured.getScheme() + "://" + configured.getRawAuthority())
        .orElseGet(() -> own(request));
  }

  /** The host name that the client sent this request to, without the port. */
  public String hostNameOf(HttpServerRequest request) {
    return hostOf(request).replaceFirst(":\\d+$", "");
  }

  private String hostOf(HttpServerRequest request) {
    HostAndPort host = clients.isTrusted(request) ? forwardedHost(request) : null;
    if (host == null) {
      host = request.authority();
    }
    return host == null ? "" : host.toString();
  }

  /** The host that the browser asked the first of the proxies for, null without a valid one. */
  private static @Nullable HostAndPort forwardedHost(HttpServerRequest request) {
    String forwarded = request.getHeader("X-Forwarded-Host");
    if (forwarded == null) {
      return null;
    }
    HostAndPort host = HostAndPort.parseAuthority(forwarded.split(",", 2)[0].strip(), -1);
    return host == null || host.host().isEmpty() ? null : host;
  }

  /** Host and port in lower case, without a default port. */
  private static String normalized(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
