package io.sitepulse.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the endpoint's responses. */
final class ResponseCounts {
  private final LongAdder accepted = new LongAdder();
  private final ConcurrentSkipListMap<String, LongAdder> refused = new ConcurrentSkipListMap<>();

  long accepted() {
    return accepted.sum();
  }

  /** Refused page views, by the reason's wire word. */
  SortedMap<String, Long> refused() {
    var counts = new TreeMap<String, Long>();
    refused.forEach((reason, count) -> counts.put(reason, count.sum()));
    return counts;
  }

  long done() {
    return accepted() + refused().values().stream().mapToLong(n -> n).sum();
  }

  /**
   * Counts the response to a batch.
   *
   * @param size page views in the batch
   * @param body body of a 202 with its list of refused events, or a problem that refuses all
   */
  void take(int size, byte[] body) throws IOException {
    JsonNode answer = Json.MAPPER.readTree(body);
    boolean some = answer.has("accepted");
    Map<Integer, String> reasons = reasons(answer.path(some ? "refused" : "errors"));
    reasons.values().forEach(reason -> refuse(reason, 1));
    if (some) {
      accepted.add(answer.path("accepted").asLong());
    } else {
      refuse(Reason.INVALID.label(), size - reasons.size());
    }
  }

  /** One reason for each event: its first, though several of its fields may be at fault. */
  private static Map<Integer, String> reasons(JsonNode faults) {
    var reasons = new HashMap<Integer, String>();
    faults.forEach(
        fault ->
            reasons.putIfAbsent(
                fault.path("index").asInt(0), fault.path("reason").asText(Reason.INVALID.label())));
    return reasons;
  }

  /** Counts page views that were not accepted. */
  void refuse(String reason, int count) {
    if (count > 0) {
      refused.computeIfAbsent(reason, absent -> new LongAdder()).add(count);
    }
  }
}
