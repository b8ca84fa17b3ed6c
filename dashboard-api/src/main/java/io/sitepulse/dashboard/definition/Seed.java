package io.sitepulse.dashboard.definition;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Site;
import java.util.List;

/** The definitions of a seed file. */
public record Seed(List<Site> sites, List<Poll> polls) {
  public Seed {
    sites = List.copyOf(sites);
    polls = List.copyOf(polls);
  }
}
