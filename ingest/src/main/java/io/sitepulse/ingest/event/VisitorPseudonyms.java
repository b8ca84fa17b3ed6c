package io.sitepulse.ingest.event;

import io.sitepulse.ingest.visitor.Pseudonym;
import io.sitepulse.ingest.visitor.Salt;
import io.sitepulse.runtime.kafka.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pseudonyms of one sender, one for each site and day; a batch asks for the same one often. */
final class VisitorPseudonyms {
  private final ClientInfo clientInfo;
  private final Map<LocalDate, Salt> salts;
  private final Map<String, String> names = new HashMap<>();

  VisitorPseudonyms(ClientInfo clientInfo, Map<LocalDate, Salt> salts) {
    this.clientInfo = clientInfo;
    this.salts = salts;
  }

  /** The visitor of an event; null if it asked not to be followed. */
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
