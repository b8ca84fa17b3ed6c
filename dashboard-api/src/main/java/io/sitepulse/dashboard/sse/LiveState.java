package io.sitepulse.dashboard.sse;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A state that all subscribers of a subject receive alike.
 *
 * <p>Two states are equal if their contents are. A state that only has another id is not sent. Each
 * message carries the whole state, so a client that reconnects needs no missed messages.
 */
public final class LiveState {
  private static final Buffer END = Buffer.buffer("\n\n");

  private final Object content;
  private final Supplier<Buffer> message;
  private @Nullable Buffer frame;

  /**
   * Creates a state.
   *
   * @param event name of the event
   * @param content compared with the content of other states
   * @param id id of the event, for {@code Last-Event-ID}
   * @param json the data of the event, one line. It is called only if the state is sent
   */
  public LiveState(String event, Object content, long id, Supplier<Buffer> json) {
    this.content = content;
    this.message =
        () ->
            Buffer.buffer("event: " + event + "\nid: " + id + "\ndata: ")
                .appendBuffer(json.get())
                .appendBuffer(END);
  }

  /** A view for one subscriber: it is sent each state that differs from the one sent before. */
  public static SseView<LiveState> view() {
    return new View();
  }

  /** The message in its wire format, encoded once for all subscribers. */
  private Buffer frame() {
    if (frame == null) {
      frame = message.get();
    }
    return frame;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LiveState state && content.equals(state.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  private static final class View implements SseView<LiveState> {
    private @Nullable LiveState received;

    @Override
    public Optional<Buffer> update(LiveState state) {
      if (state.equals(received)) {
        return Optional.empty();
      }
      received = state;
      return Optional.of(state.frame());
    }
  }
}
