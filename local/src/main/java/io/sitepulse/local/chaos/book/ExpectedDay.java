package io.sitepulse.local.chaos.book;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The expected ledger of a site's day. No event of the client is to be rejected.
 *
 * @param received number of answers with 202, and of requests. There are at least as many
 *     deliveries as answers
 * @param views different page views
 * @param heartbeats different heartbeats
 * @param bots different events of robots
 * @param visitors different visitors with a view
 */
public record ExpectedDay(
    Bounds received, Bounds views, Bounds heartbeats, Bounds bots, Bounds visitors) {

  /** Adds another day of the site. Visitors of two days are two. */
  ExpectedDay plus(ExpectedDay other) {
    return new ExpectedDay(
        received.plus(other.received),
        views.plus(other.views),
        heartbeats.plus(other.heartbeats),
        bots.plus(other.bots),
        visitors.plus(other.visitors));
  }

  /** Returns the numbers that are not as expected. */
  List<String> differences(String name, SiteDay counted) {
    Ledger ledger = counted.ledger();
    var found = new ArrayList<String>();
    Differences.addIfLess(found, name + ": received", received.least(), ledger.received());
    Differences.add(found, name + ": counted views", views, ledger.views());
    Differences.add(found, name + ": views of the day", views, counted.sums().views());
    Differences.add(found, name + ": counted heartbeats", heartbeats, ledger.heartbeats());
    Differences.add(found, name + ": bots", bots, ledger.bots());
    Differences.add(found, name + ": visitors", visitors, counted.sums().visitors());
    Differences.add(found, name + ": rejected", Bounds.ZERO, sum(ledger));
    return found;
  }

  private static long sum(Ledger ledger) {
    return ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
  }
}
