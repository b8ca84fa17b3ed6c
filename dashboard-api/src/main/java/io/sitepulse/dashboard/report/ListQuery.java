package io.sitepulse.dashboard.report;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.RequestContext;

/**
 * Sorting, search and paging of a list.
 *
 * @param sort descending. Equal ones are sorted by value
 * @param search text that values or titles must contain, ignoring case. Empty for all
 * @param limit page size, 1 to {@value #MAX_LIMIT}
 * @param offset number of entries to skip
 */
public record ListQuery(Sort sort, String search, int limit, int offset) {
  /** Largest page size, and the default for files. */
  public static final int MAX_LIMIT = 10_000;

  private static final int MAX_OFFSET = 1_000_000;

  public ListQuery {
    Require.present(sort, "sort");
    Require.atMost(search, 200, "search");
    search = FilterValue.search(search);
    Require.range(limit, 1, MAX_LIMIT, "limit");
    Require.range(offset, 0, MAX_OFFSET, "offset");
  }

  /** The first entries by a sort. */
  public static ListQuery first(int limit, Sort sort) {
    return new ListQuery(sort, "", limit, 0);
  }

  /**
   * Reads the parameters of a request.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the parameter
   */
  public static ListQuery of(RequestContext requestContext) {
    Sort sort = requestContext.query("sort", Sort.VISITS.label(), Sort::parse);
    int limit =
        requestContext.query("limit", defaultLimit(requestContext), text -> whole("limit", text));
    int offset = requestContext.query("offset", "0", text -> whole("offset", text));
    String search = requestContext.query("search", "", text -> text);
    try {
      return new ListQuery(sort, search, limit, offset);
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  /** JSON answers are paged, files have all entries. */
  private static String defaultLimit(RequestContext requestContext) {
    String format = requestContext.query("format");
    return format == null || format.equals("json") ? "50" : Integer.toString(MAX_LIMIT);
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw notWhole(name);
    }
  }

  private static FieldViolationException notWhole(String name) {
    return new FieldViolationException(name, Rule.NUMBER, "must be a whole number");
  }
}
