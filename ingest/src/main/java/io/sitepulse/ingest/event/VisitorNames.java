package io.sitepulse.ingest.event;

import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.ingest.visitor.Pseudonym;
import io.sitepulse.ingest.visitor.Salt;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pseudonyms of one sender, one for each site and day; a batch asks for the same one often. */
final class VisitorNames {
  private final Sender sender;
  private final Map<LocalDate, Salt> salts;
  private final Map<String, String> names = new HashMap<>();

  VisitorNames(Sender sender, Map<LocalDate, Salt> salts) {
    this.sender = sender;
    this.salts = salts;
  }

  /** The visitor of an event; null if it asked not to be followed. */
  @Nullable String of(Draft draft) {
    if (draft.anonymous()) {
      return null;
    }
    String key = Topics.key(draft.site(), draft.day().toString());
    return names.computeIfAbsent(key, absent -> name(draft));
  }

  private String name(Draft draft) {
    Salt salt = Objects.requireNonNull(salts.get(draft.day()));
    return Pseudonym.of(salt, draft.site(), sender.address(), sender.userAgent());
  }
}
