package io.sitepulse.streams.counter;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.kafka.JsonSerde;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the parts of shards. One is read and written for every record of events, and JSON
 * would cost more than the counting.
 *
 * <pre>
 * layout(1)=1 | site | day, epoch days(8) | shard(4) | 4 sums(8 each) | received(8) | views(8)
 *   | heartbeats(8) | duplicates(8) | bots(8) | merged visits(8) | reasons(1) | reason, count(8) ...
 * layout(1)=2 | site | shard(4) | online(8)
 * </pre>
 *
 * <p>Texts are written by {@link DataOutputStream#writeUTF}. Earlier versions wrote JSON, which is
 * read as well.
 *
 * @param <P> the parts of a store or topic
 */
public final class ShardPartSerde<P extends ShardPart> implements Serde<P> {
  private static final byte DAY = 1;
  private static final byte ONLINE = 2;
  private static final int TYPICAL_SIZE = 160;

  private final Class<P> type;
  private final Deserializer<P> json;

  public ShardPartSerde(Class<P> type) {
    this.type = type;
    this.json = new JsonSerde<>(type).deserializer();
  }

  // Kafka's interfaces know null values but are not annotated for them.
  @SuppressWarnings("NullAway")
  @Override
  public Serializer<P> serializer() {
    return (topic, part) -> part == null ? null : write(part);
  }

  /**
   * Returns the deserializer.
   *
   * @throws SerializationException if the bytes are not a part of this type
   */
  @SuppressWarnings("NullAway")
  @Override
  public Deserializer<P> deserializer() {
    return (topic, bytes) -> read(topic, bytes);
  }

  private static byte[] write(ShardPart part) {
    var bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
    try (var out = new DataOutputStream(bytes)) {
      if (part instanceof ShardDay day) {
        write(day, out);
      } else {
        write((ShardOnline) part, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(ShardDay part, DataOutputStream out) throws IOException {
    out.writeByte(DAY);
    out.writeUTF(part.site());
    out.writeLong(part.day().toEpochDay());
    out.writeInt(part.shard());
    DaySums sums = part.sums();
    out.writeLong(sums.views());
    out.writeLong(sums.visits());
    out.writeLong(sums.visitors());
    out.writeLong(sums.engagedMs());
    Ledger ledger = part.ledger();
    out.writeLong(ledger.received());
    out.writeLong(ledger.views());
    out.writeLong(ledger.heartbeats());
    out.writeLong(ledger.duplicates());
    out.writeLong(ledger.bots());
    out.writeLong(ledger.mergedVisits());
    out.writeByte(ledger.rejected().size());
    for (Map.Entry<Reason, Long> rejected : ledger.rejected().entrySet()) {
      out.writeUTF(rejected.getKey().label());
      out.writeLong(rejected.getValue());
    }
  }

  private static void write(ShardOnline part, DataOutputStream out) throws IOException {
    out.writeByte(ONLINE);
    out.writeUTF(part.site());
    out.writeInt(part.shard());
    out.writeLong(part.online());
  }

  private @Nullable P read(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length > 0 && bytes[0] == '{') {
      return json.deserialize(topic, bytes);
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      ShardPart part =
          switch (layout) {
            case DAY -> readDay(in);
            case ONLINE -> new ShardOnline(in.readUTF(), in.readInt(), in.readLong());
            default -> throw new IllegalArgumentException("unknown layout " + layout);
          };
      return type.cast(part);
    } catch (IOException | ClassCastException | DateTimeException | IllegalArgumentException e) {
      throw new SerializationException("not a part of a shard", e);
    }
  }

  private static ShardDay readDay(DataInputStream in) throws IOException {
    String site = in.readUTF();
    LocalDate day = LocalDate.ofEpochDay(in.readLong());
    int shard = in.readInt();
    var sums = new DaySums(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    long received = in.readLong();
    long views = in.readLong();
    long heartbeats = in.readLong();
    long duplicates = in.readLong();
    long bots = in.readLong();
    long merged = in.readLong();
    var ledger = new Ledger(received, views, heartbeats, duplicates, bots, rejected(in), merged);
    return new ShardDay(site, day, shard, sums, ledger);
  }

  private static Map<Reason, Long> rejected(DataInputStream in) throws IOException {
    int size = in.readUnsignedByte();
    if (size == 0) {
      return Map.of();
    }
    var rejected = new HashMap<Reason, Long>();
    for (int i = 0; i < size; i++) {
      rejected.merge(Reason.of(in.readUTF()), in.readLong(), Long::sum);
    }
    return rejected;
  }
}
