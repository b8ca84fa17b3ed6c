package io.sitepulse.local.replay;

import java.util.List;

/**
 * The page views of one request. The headers identify the visitor, so a batch belongs to one
 * visitor.
 *
 * @param visitor the visitor
 * @param pages page views, at least one
 */
record Batch(Visitor visitor, List<SentPage> pages) {
  Batch {
    pages = List.copyOf(pages);
  }
}
