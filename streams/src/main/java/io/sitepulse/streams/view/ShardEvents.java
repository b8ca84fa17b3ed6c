package io.sitepulse.streams.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Classified events of one record for the visitors of one shard, in their order. The record key is
 * the number of the shard.
 */
public record ShardEvents(List<VisitorEvent> events) {
  public ShardEvents {
    events = List.copyOf(events);
  }

  /**
   * An event with its visitor.
   *
   * @param visitor "site|visitor". Null in records of earlier versions, where it is the record key
   */
  public record VisitorEvent(@Nullable String visitor, ClassifiedEvent event) {
    /** Returns the visitor, given the key of the record. */
    public String visitorOr(String recordKey) {
      return visitor == null ? recordKey : visitor;
    }
  }
}
