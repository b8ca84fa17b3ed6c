package io.sitepulse.dashboard.report;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.RequestContext;

/**
 * Which part of a list is wanted.
 *
 * @param sort by what, the most first; equal ones by value
 * @param search only values, or titles, that contain this in whatever case; empty: all
 * @param limit how many at most, 1 to {@value #MOST}
 * @param offset how many are left out before them
 */
public record ListQuery(Sort sort, String search, int limit, int offset) {
  /** The most one answer has; files ask for it. */
  public static final int MOST = 10_000;

  private static final int MOST_OFFSET = 1_000_000;

  public ListQuery {
    Require.present(sort, "sort");
    Require.atMost(search, 200, "search");
    Require.range(limit, 1, MOST, "limit");
    Require.range(offset, 0, MOST_OFFSET, "offset");
  }

  /** The first so many by a sort. */
  public static ListQuery first(int limit, Sort sort) {
    return new ListQuery(sort, "", limit, 0);
  }

  /**
   * What a request asks for.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the parameter
   */
  public static ListQuery of(RequestContext requestContext) {
    Sort sort = requestContext.query("sort", Sort.VISITS.label(), Sort::parse);
    int limit = requestContext.query("limit", usual(requestContext), text -> whole("limit", text));
    int offset = requestContext.query("offset", "0", text -> whole("offset", text));
    String search = requestContext.query("search", "", text -> text);
    try {
      return new ListQuery(sort, search, limit, offset);
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  /** A page is read in parts, a file has all of it. */
  private static String usual(RequestContext requestContext) {
    String format = requestContext.query("format");
    return format == null || format.equals("json") ? "50" : Integer.toString(MOST);
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
