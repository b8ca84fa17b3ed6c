package io.sitepulse.streams.counter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What one shard hands on of one site: always the absolute state of its part, so that handing it on
 * again, or only the last of several states, gives the same sum.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ShardDay.class, name = "day"),
  @JsonSubTypes.Type(value = ShardOnline.class, name = "online")
})
public sealed interface ShardPart permits ShardDay, ShardOnline {
  /** The site it is of. */
  String site();

  /** The shard: the partition its visitors live in. */
  int shard();
}
