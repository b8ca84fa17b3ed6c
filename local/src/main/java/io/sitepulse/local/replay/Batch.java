package io.sitepulse.local.replay;

import java.util.List;

/**
 * What goes into one request: headers tell who sends it, so it is of one visitor.
 *
 * @param visitor whose they are
 * @param pages page views, at least one
 */
record Batch(Visitor visitor, List<SentPage> pages) {
  Batch {
    pages = List.copyOf(pages);
  }
}
