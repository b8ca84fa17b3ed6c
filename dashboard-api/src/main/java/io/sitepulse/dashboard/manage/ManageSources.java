package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.definition.Definitions;
import org.jdbi.v3.core.Jdbi;

/**
 * What the management reads and where its changes go.
 *
 * @param jdbi ClickHouse, which may be away; only ever asked in a {@link BlockingPool}
 */
public record ManageSources(
    Table<Site> sites,
    Table<Group> groups,
    Table<Poll> polls,
    Table<PollTally> tallies,
    Table<SiteCounters> counters,
    Table<Target> targets,
    Table<Account> accounts,
    Definitions definitions,
    Jdbi jdbi) {}
