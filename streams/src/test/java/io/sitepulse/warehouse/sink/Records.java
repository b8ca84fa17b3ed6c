package io.sitepulse.warehouse.sink;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Sample records of the sink's topics. */
public final class Records {
  public static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private Records() {}

  public static PageView view(int number) {
    return PageView.builder()
        .id(new UUID(1, number))
        .site("demo")
        .day(DAY)
        .visitor("ffffffffffffffff")
        .at(NOON)
        .received(NOON.plusMillis(5))
        .page("/trang-chu")
        .title("Trang chủ")
        .language("vi")
        .agent(new Agent("Phone", "Chrome", "Android", null))
        .engagedMs(1500)
        .country("VN")
        .campaign(new Campaign("Tết", "zalo", null, null, null))
        .build();
  }

  public static SiteDay siteDay(long views) {
    return new SiteDay(
        SiteDay.VERSION,
        "demo",
        DAY,
        NOON,
        new DaySums(views, 2, 1, 900),
        new Ledger(views + 4, views, 1, 1, 1, Map.of(Reason.TOO_OLD, 1L), 0));
  }

  public static SiteCounters online(long visitors, Instant asOf) {
    return SiteCounters.none("demo").withOnline(visitors, asOf);
  }

  public static PollTally tally(long ballots, Instant asOf) {
    return new PollTally(
        1,
        "useful",
        asOf,
        new TreeMap<>(Map.of("a", ballots)),
        ballots,
        new VoteLedger(ballots, ballots, 0, 0, Map.of()));
  }

  public static ConsumerRecord<String, byte[]> deletion(Topic<?> topic, long offset, String key) {
    return record(topic, offset, key, (byte[]) null);
  }

  public static <V> ConsumerRecord<String, byte[]> record(
      Topic<V> topic, long offset, String key, V value) {
    return record(topic, offset, key, topic.value().serializer().serialize(topic.name(), value));
  }

  public static ConsumerRecord<String, byte[]> unreadable(Topic<?> topic, long offset) {
    return record(topic, offset, "demo|x", "{".getBytes(StandardCharsets.UTF_8));
  }

  private static ConsumerRecord<String, byte[]> record(
      Topic<?> topic, long offset, String key, byte @Nullable [] value) {
    return new ConsumerRecord<>(
        topic.name(),
        0,
        offset,
        NOON.toEpochMilli(),
        TimestampType.CREATE_TIME,
        key.length(),
        value == null ? -1 : value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  public static ConsumerRecord<String, byte[]> view(long offset, int number) {
    return views(offset, number);
  }

  /** A record of several events. */
  public static ConsumerRecord<String, byte[]> views(long offset, int... numbers) {
    List<byte[]> entries =
        IntStream.of(numbers).mapToObj(Records::view).map(EventPack::entry).toList();
    return record(Topics.PAGE_VIEWS, offset, "", EventPack.of(entries));
  }
}
