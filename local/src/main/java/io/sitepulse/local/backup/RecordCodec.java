package io.sitepulse.local.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Records in the entries of a backup: time, key, value and headers, without their offsets. */
final class RecordCodec {
  private static final int NULL = -1;

  private RecordCodec() {}

  static void write(DataOutputStream out, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    out.writeLong(record.timestamp());
    writeBytes(out, record.key());
    writeBytes(out, record.value());
    Header[] headers = record.headers().toArray();
    out.writeInt(headers.length);
    for (Header header : headers) {
      out.writeUTF(header.key());
      writeBytes(out, header.value());
    }
  }

  static ProducerRecord<byte @Nullable [], byte @Nullable []> read(
      DataInputStream in, String topic, int partition) throws IOException {
    long time = in.readLong();
    byte[] key = readBytes(in);
    byte[] value = readBytes(in);
    int count = in.readInt();
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(new RecordHeader(in.readUTF(), readBytes(in)));
    }
    return new ProducerRecord<>(topic, partition, time < 0 ? null : time, key, value, headers);
  }

  private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      out.writeInt(NULL);
    } else {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NULL ? null : in.readNBytes(length);
  }
}
