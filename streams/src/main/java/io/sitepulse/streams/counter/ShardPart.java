package io.sitepulse.streams.counter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The state of one shard for a site. It is absolute: forwarding a part again, or only the last of
 * several, gives the same totals.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ShardDay.class, name = "day"),
  @JsonSubTypes.Type(value = ShardOnline.class, name = "online")
})
public sealed interface ShardPart permits ShardDay, ShardOnline {
  /** Site id. */
  String site();

  /** The shard, which is the partition of its visitors. */
  int shard();
}
