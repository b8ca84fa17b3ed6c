package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;

/**
 * What a subject's readers should see now.
 *
 * @param content compared to tell whether there is anything new to say
 * @param id of the event, for {@code Last-Event-ID}; each message is the whole state, so nobody
 *     needs to ask for what was missed
 * @param json the data of the event, one line; asked for only when it is sent
 */
public record LiveState(Object content, long id, Supplier<Buffer> json) {
  private static final Buffer NEXT = Buffer.buffer("\n\n");

  /** The message as it goes over the wire. */
  Buffer frame(String event) {
    return Buffer.buffer()
        .appendString("event: " + event + "\nid: " + id + "\ndata: ")
        .appendBuffer(json.get())
        .appendBuffer(NEXT);
  }
}
