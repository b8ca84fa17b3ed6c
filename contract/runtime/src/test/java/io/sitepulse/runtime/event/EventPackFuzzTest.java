package io.sitepulse.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any bytes as a record of {@code page-views}. */
class EventPackFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void record(byte[] value) {
    List<EventPack.Entry> entries = EventPack.read(value);

    assertThat(entries).isNotEmpty();
    for (EventPack.Entry entry : entries) {
      try {
        EventHead head = entry.head();
        assertThat(head.key()).startsWith(head.site() + "|");
      } catch (IllegalArgumentException e) {
        // The classifier keeps it in rejected-events.
      }
      try {
        assertThat(EventPack.entry(entry.event())).isNotEmpty();
      } catch (IllegalArgumentException e) {
        // As above.
      }
      assertThat(entry.json()).isNotNull();
    }
  }
}
