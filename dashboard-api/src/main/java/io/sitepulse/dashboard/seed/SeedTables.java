package io.sitepulse.dashboard.seed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.runtime.table.TopicTable;

/** The present definitions, by kind. */
public record SeedTables(
    TopicTable<Group> groups,
    TopicTable<Site> sites,
    TopicTable<Poll> polls,
    TopicTable<Target> targets) {}
