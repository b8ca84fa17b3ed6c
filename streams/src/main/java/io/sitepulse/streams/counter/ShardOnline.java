package io.sitepulse.streams.counter;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.kafka.Topics;

/**
 * The number of visitors of one shard that are online at a site.
 *
 * @param site site id
 * @param shard partition of the visitors
 * @param online number of distinct visitors
 */
public record ShardOnline(String site, int shard, long online) implements ShardPart {
  public ShardOnline {
    Site.checkId(site);
    Require.notNegative(shard, "shard");
    Require.notNegative(online, "online");
  }

  /** Key of this part among those of all shards: "site|shard". */
  String partKey() {
    return Topics.key(site, Integer.toString(shard));
  }
}
