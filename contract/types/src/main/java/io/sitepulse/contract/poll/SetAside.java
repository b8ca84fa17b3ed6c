package io.sitepulse.contract.poll;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.util.Map;

/**
 * A time whose votes do not count. A voter's last ballot outside of all such times counts instead.
 *
 * @param id {@code [a-z0-9-]{1,64}}, unique in the poll
 * @param from first instant
 * @param to first instant after it
 * @param reason why, for readers of the result
 * @param by name of the administrator
 * @param at instant of the decision
 */
public record SetAside(String id, Instant from, Instant to, String reason, String by, Instant at) {
  public SetAside {
    Poll.checkId(id);
    Require.present(from, "from");
    Require.present(to, "to");
    if (!from.isBefore(to)) {
      throw new FieldViolationException(
          "from", Rule.ORDER, "must be before to", Map.of("before", "to"));
    }
    Require.text(reason, 200, "reason");
    Require.text(by, 200, "by");
    Require.present(at, "at");
  }
}
