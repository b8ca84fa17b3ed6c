package io.sitepulse.ingest.event;

import io.sitepulse.ingest.visitor.Pseudonym;
import io.sitepulse.ingest.visitor.Salt;
import io.sitepulse.runtime.kafka.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calculates and caches the pseudonyms of one client, one for each site and day. */
final class VisitorPseudonyms {
  private final ClientInfo clientInfo;
  private final Map<LocalDate, Salt> salts;
  private final Map<String, String> names = new HashMap<>();

  VisitorPseudonyms(ClientInfo clientInfo, Map<LocalDate, Salt> salts) {
    this.clientInfo = clientInfo;
    this.salts = salts;
  }

  /** The pseudonym of an event's visitor, or null for an anonymous event. */
  @Nullable String of(UnenrichedEvent unenrichedEvent) {
    if (unenrichedEvent.anonymous()) {
      return null;
    }
    String key = Topics.key(unenrichedEvent.site(), unenrichedEvent.day().toString());
    return names.computeIfAbsent(key, absent -> name(unenrichedEvent));
  }

  private String name(UnenrichedEvent unenrichedEvent) {
    Salt salt = Objects.requireNonNull(salts.get(unenrichedEvent.day()));
    return Pseudonym.of(salt, unenrichedEvent.site(), clientInfo.address(), clientInfo.userAgent());
  }
}
