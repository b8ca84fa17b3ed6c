package io.sitepulse.local.clickhouse.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body with back-pressure. A worker asks for the next chunk when it has read the last
 * one, so a body of any size needs little memory.
 */
final class RequestBody extends InputStream {
  private static final long IDLE_SECONDS = 60;
  private static final Buffer END = Buffer.buffer("end");
  private static final Buffer BROKEN = Buffer.buffer("broken");

  private final BlockingQueue<Buffer> chunks = new LinkedBlockingQueue<>();
  private final HttpServerRequest request;
  private final Context context;
  private Buffer current = Buffer.buffer();
  private int position;
  private volatile boolean discarding;

  /** Made on the event loop, before the request's first chunk can arrive. */
  RequestBody(HttpServerRequest request, Context context) {
    this.request = request;
    this.context = context;
    request.pause();
    request.handler(this::arrived);
    request.endHandler(end -> chunks.add(END));
    request.exceptionHandler(broken -> chunks.add(BROKEN));
    request.fetch(1);
  }

  private void arrived(Buffer chunk) {
    if (!discarding) {
      chunks.add(chunk);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, current.length() - position);
    current.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  private boolean hasMore() throws IOException {
    while (current != END && position >= current.length()) {
      current = take();
      position = 0;
      if (current == BROKEN) {
        throw new IOException("the client went away");
      }
    }
    return current != END;
  }

  private Buffer take() throws IOException {
    try {
      Buffer chunk = chunks.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      if (chunk == null) {
        throw new IOException("the client sent nothing for " + IDLE_SECONDS + " s");
      }
      if (chunk != END && chunk != BROKEN) {
        context.runOnContext(next -> fetchNext());
      }
      return chunk;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while reading", stopping);
    }
  }

  private void fetchNext() {
    if (!request.isEnded()) {
      request.fetch(1);
    }
  }

  /** Lets the rest of the body pass unread, so that the connection can be used again. */
  void discard() {
    discarding = true;
    context.runOnContext(
        rest -> {
          if (!request.isEnded()) {
            request.resume();
          }
        });
  }
}
