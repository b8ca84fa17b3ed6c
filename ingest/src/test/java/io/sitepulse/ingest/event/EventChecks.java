package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.validator;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.http.Problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** What must hold for every event, whoever sent it. */
final class EventChecks {
  private EventChecks() {}

  /**
   * Checks that an event is refused with a fault, or that the counting can read what is written to
   * Kafka, with the same contents.
   *
   * @return true if it is accepted
   */
  static boolean check(IncomingEvent event, ClientInfo client) {
    var faults = new ArrayList<>(event.faults());
    UnenrichedEvent valid = validator(new Tally()).validate(event, client, faults);
    assertThat(valid == null).isEqualTo(!faults.isEmpty());
    if (valid == null) {
      assertThat(faults).extracting(Fault::detail).allMatch(detail -> !detail.isBlank());
      return false;
    }
    PageView written = valid.enrich("0123456789abcdef", Agent.UNKNOWN, "VN");
    List<EventPack.Entry> read = EventPack.read(EventPack.of(List.of(EventPack.entry(written))));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).event()).isEqualTo(written);
    assertThat(read.get(0).head().site()).isEqualTo(written.site());
    assertThat(read.get(0).head().day()).isEqualTo(written.day());
    return true;
  }
}
