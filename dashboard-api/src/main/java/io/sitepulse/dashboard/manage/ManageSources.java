package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.table.TopicTable;
import org.jdbi.v3.core.Jdbi;

/**
 * What the management reads and where its changes go.
 *
 * @param jdbi ClickHouse, which may be away; only ever asked in a {@link BlockingPool}
 */
public record ManageSources(
    TopicTable<Site> sites,
    TopicTable<Group> groups,
    TopicTable<Poll> polls,
    TopicTable<PollTally> tallies,
    TopicTable<SiteCounters> counters,
    TopicTable<Target> targets,
    TopicTable<Account> accounts,
    Definitions definitions,
    Jdbi jdbi) {}
