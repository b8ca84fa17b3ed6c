package io.sitepulse.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventPackTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  /** A pack as the first release with packs wrote it. It must stay readable. */
  private static final String FIRST_LAYOUT =
      "AQADAAABVgEAAAAAAAAAAAAAAAAAAAAB/ty6mHZUMhAAAFEqAAABofx5wIAAAAGh/HnAhQAAAAAEZGVt"
          + "b3sidiI6MSwiaWQiOiIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDEiLCJraW5kIjoi"
          + "dmlldyIsInNpdGUiOiJkZW1vIiwiZGF5IjoiMjAyNi0xMS0yMSIsInZpc2l0b3IiOiJmZWRjYmE5ODc2"
          + "NTQzMjEwIiwiYXQiOjE3OTUyMzcyMDAwMDAsInJlY2VpdmVkIjoxNzk1MjM3MjAwMDA1LCJwYWdlIjoi"
          + "L3Rpbi104bupYyIsImFnZW50Ijp7ImRldmljZSI6IlVua25vd24iLCJicm93c2VyIjoiVW5rbm93biIs"
          + "InN5c3RlbSI6IlVua25vd24ifSwiZW5nYWdlZE1zIjowLCJjb3VudHJ5IjoiVk4ifQAAAZACAAAAAAAA"
          + "AAAAAAAAAAAAAv7cuph2VDIQAABRKgAAAaH8ecCAAAABofx5wIUFJlwABGRlbW97InYiOjEsImlkIjoi"
          + "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAyIiwia2luZCI6ImhlYXJ0YmVhdCIsInNp"
          + "dGUiOiJkZW1vIiwiZGF5IjoiMjAyNi0xMS0yMSIsInZpc2l0b3IiOiJmZWRjYmE5ODc2NTQzMjEwIiwi"
          + "YXQiOjE3OTUyMzcyMDAwMDAsInJlY2VpdmVkIjoxNzk1MjM3MjAwMDA1LCJwYWdlIjoiL3Rpbi104bup"
          + "YyIsImFnZW50Ijp7ImRldmljZSI6IlVua25vd24iLCJicm93c2VyIjoiVW5rbm93biIsInN5c3RlbSI6"
          + "IlVua25vd24ifSwidmlldyI6IjAwMDAwMDAwLTAwMDAtMDAwOS0wMDAwLTAwMDAwMDAwMDAwOSIsImVu"
          + "Z2FnZWRNcyI6ODY0MDAwMDAsImNvdW50cnkiOiJWTiJ9AAABWyEAAAAAAAAAAAAAAAAAAAAEAAAAAAAA"
          + "AAAAAFEqAAABofx5wIAAAAGh/HnAhQAAAAAVYS52ZXJ5LWxvbmcuZXhhbXBsZS0yeyJ2IjoxLCJpZCI6"
          + "IjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwNCIsImtpbmQiOiJ2aWV3Iiwic2l0ZSI6"
          + "ImEudmVyeS1sb25nLmV4YW1wbGUtMiIsImRheSI6IjIwMjYtMTEtMjEiLCJhdCI6MTc5NTIzNzIwMDAw"
          + "MCwicmVjZWl2ZWQiOjE3OTUyMzcyMDAwMDUsInBhZ2UiOiIvdGluLXThu6ljIiwiYWdlbnQiOnsiZGV2"
          + "aWNlIjoiVW5rbm93biIsImJyb3dzZXIiOiJVbmtub3duIiwic3lzdGVtIjoiVW5rbm93biJ9LCJlbmdh"
          + "Z2VkTXMiOjAsImNvdW50cnkiOiJWTiJ9";

  @Test
  void eventsAreReadAsTheyWereWritten() {
    var events = List.of(view(1).build(), heartbeat(2), bot(3), anonymous(4));

    var entries = EventPack.read(packOf(events));

    assertThat(entries).extracting(EventPack.Entry::event).isEqualTo(events);
    assertThat(entries).extracting(EventPack.Entry::index).containsExactly(0, 1, 2, 3);
    for (int i = 0; i < events.size(); i++) {
      isHeadOf(entries.get(i).head(), events.get(i));
    }
  }

  @Test
  void theFirstLayoutIsRead() {
    var entries = EventPack.read(Base64.getDecoder().decode(FIRST_LAYOUT));

    assertThat(entries)
        .extracting(EventPack.Entry::event)
        .containsExactly(view(1).build(), heartbeat(2), anonymous(4));
    isHeadOf(entries.get(2).head(), anonymous(4));
  }

  @Test
  void aRecordOfEarlierVersionsIsASingleEvent() {
    PageView event = view(1).build();
    byte[] json = Topics.PAGE_VIEWS.value().serializer().serialize("", event);

    var entries = EventPack.read(json);

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).isPacked()).isFalse();
    assertThat(entries.get(0).event()).isEqualTo(event);
    assertThat(entries.get(0).json()).isEqualTo(json);
    isHeadOf(entries.get(0).head(), event);
  }

  @Test
  void whatIsNoEventIsOneUnreadableEntry() {
    for (byte[] value : new byte[][] {null, {}, {1}, {1, 0, 0}, {1, 0, 9}, {0, -1, -2}, {'{'}}) {
      var entries = EventPack.read(value);
      assertThat(entries).as(Arrays.toString(value)).hasSize(1);
      isUnreadable(entries.get(0));
    }
    isUnreadable(EventPack.read("null".getBytes(StandardCharsets.UTF_8)).get(0));
  }

  @Test
  void anUnreadableEntryCostsNoOther() {
    byte[] unknownKind = EventPack.entry(view(2).build());
    unknownKind[4] = 9;
    byte[] badSite = EventPack.entry(view(3).build());
    badSite[4 + 50] = '|';
    byte[] shorter = ByteBuffer.allocate(14).putInt(10).array();
    byte[] good = EventPack.entry(view(5).build());

    var entries = EventPack.read(EventPack.of(List.of(good, unknownKind, badSite, shorter, good)));

    assertThat(entries).hasSize(5);
    assertThat(entries.get(0).head().id()).isEqualTo(new UUID(0, 5));
    assertThat(entries.get(4).event()).isEqualTo(view(5).build());
    for (int i = 1; i <= 3; i++) {
      var entry = entries.get(i);
      assertThatThrownBy(entry::head).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new String(entries.get(1).json(), StandardCharsets.UTF_8))
        .as("the JSON can still name the site")
        .startsWith("{")
        .contains("\"site\":\"demo\"");
  }

  @Test
  void afterAWrongLengthTheRestIsOneUnreadableEntry() {
    byte[] good = EventPack.entry(view(1).build());
    byte[] wrong = good.clone();
    ByteBuffer.wrap(wrong).putInt(Integer.MAX_VALUE);

    var entries = EventPack.read(EventPack.of(List.of(good, wrong, good)));

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).event()).isEqualTo(view(1).build());
    isUnreadable(entries.get(1));
  }

  @Test
  void noCutOrChangedByteBreaksTheReader() {
    byte[] pack = packOf(List.of(view(1).build(), anonymous(2), heartbeat(3)));
    for (int length = 0; length < pack.length; length++) {
      readAll(Arrays.copyOf(pack, length));
      byte[] changed = pack.clone();
      changed[length] ^= (byte) 0xff;
      readAll(changed);
    }
  }

  private static void readAll(byte[] value) {
    for (EventPack.Entry entry : EventPack.read(value)) {
      var unused = entry.json();
      try {
        assertThat(entry.head()).isNotNull();
        assertThat(entry.event()).isNotNull();
      } catch (IllegalArgumentException | ArithmeticException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  private static void isUnreadable(EventPack.Entry entry) {
    assertThatThrownBy(entry::head).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(entry::event).isInstanceOf(IllegalArgumentException.class);
  }

  private static void isHeadOf(EventHead head, PageView event) {
    assertThat(head.id()).isEqualTo(event.id());
    assertThat(head.kind()).isEqualTo(event.kind());
    assertThat(head.site()).isEqualTo(event.site());
    assertThat(head.day()).isEqualTo(event.day());
    assertThat(head.at()).isEqualTo(event.at());
    assertThat(head.received()).isEqualTo(event.received());
    assertThat(head.engagedMs()).isEqualTo((int) event.engagedMs());
    assertThat(head.isBot()).isEqualTo(event.isBot());
    assertThat(head.isAnonymous()).isEqualTo(event.visitor() == null);
    assertThat(head.key()).isEqualTo(Topics.keyOf(event));
  }

  private static byte[] packOf(List<PageView> events) {
    return EventPack.of(events.stream().map(EventPack::entry).toList());
  }

  private static PageView.Builder view(int number) {
    return PageView.builder()
        .id(new UUID(0, number))
        .site("demo")
        .day(LocalDate.of(2026, 11, 21))
        .visitor("fedcba9876543210")
        .at(NOON)
        .received(NOON.plusMillis(5))
        .page("/tin-t\u1ee9c")
        .country("VN");
  }

  private static PageView heartbeat(int number) {
    return view(number)
        .kind(EventKind.HEARTBEAT)
        .view(new UUID(9, 9))
        .engagedMs(PageView.ENGAGED_LIMIT_MS)
        .build();
  }

  private static PageView bot(int number) {
    return view(number).agent(new Agent("Robot", "Googlebot", "Unknown", "Googlebot")).build();
  }

  private static PageView anonymous(int number) {
    return view(number).visitor(null).site("a.very-long.example-2").build();
  }
}
