package io.sitepulse.dashboard.definition;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.Table;

/** What is defined already, by kind. */
public record SeedTables(
    Table<Group> groups, Table<Site> sites, Table<Poll> polls, Table<Target> targets) {}
