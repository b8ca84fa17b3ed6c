package io.sitepulse.dashboard.seed;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.util.List;

/** The definitions of a seed file. */
public record Seed(List<Group> groups, List<Site> sites, List<Poll> polls, List<Target> targets) {
  /** Without definitions. */
  public static final Seed EMPTY = new Seed(List.of(), List.of(), List.of(), List.of());

  public Seed {
    groups = List.copyOf(groups);
    sites = List.copyOf(sites);
    polls = List.copyOf(polls);
    targets = List.copyOf(targets);
  }
}
