package io.sitepulse.warehouse.rollup;

import io.sitepulse.contract.event.PagePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spellings of pages in raw events of earlier versions, such as {@code /tin-t%E1%BB%A9c} or {@code
 * //a}, which stood in rows of their own. They are noted with their normal form, and read by it.
 */
final class PageSpellings {
  /** Number of pages that are read at once. */
  static final int BATCH = 10_000;

  private PageSpellings() {}

  /** Returns the normal forms of the pages that are not in it. */
  static Map<String, String> of(List<String> pages) {
    var spellings = new LinkedHashMap<String, String>();
    for (String page : pages) {
      if (page.startsWith("/")) {
        String normal = PagePath.of(page);
        if (!normal.equals(page)) {
          spellings.put(page, normal);
        }
      }
    }
    return spellings;
  }
}
