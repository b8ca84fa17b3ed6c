package io.sitepulse.dashboard.report;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Check;
import io.sitepulse.contract.Rule;
import io.sitepulse.dashboard.manage.Call;

/**
 * Which part of a list is wanted.
 *
 * @param sort by what, the most first; equal ones by value
 * @param search only values, or titles, that contain this in whatever case; empty: all
 * @param limit how many at most, 1 to {@value #MOST}
 * @param offset how many are left out before them
 */
public record Listing(Sort sort, String search, int limit, int offset) {
  /** The most one answer has; files ask for it. */
  public static final int MOST = 10_000;

  private static final int MOST_OFFSET = 1_000_000;

  public Listing {
    Check.present(sort, "sort");
    Check.atMost(search, 200, "search");
    Check.range(limit, 1, MOST, "limit");
    Check.range(offset, 0, MOST_OFFSET, "offset");
  }

  /** The first so many by a sort. */
  public static Listing first(int limit, Sort sort) {
    return new Listing(sort, "", limit, 0);
  }

  /**
   * What a request asks for.
   *
   * @throws io.sitepulse.contract.http.ProblemException 400 naming the parameter
   */
  public static Listing of(Call call) {
    Sort sort = call.query("sort", Sort.VISITS.label(), Sort::parse);
    int limit = call.query("limit", usual(call), text -> whole("limit", text));
    int offset = call.query("offset", "0", text -> whole("offset", text));
    String search = call.query("search", "", text -> text);
    try {
      return new Listing(sort, search, limit, offset);
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }

  /** A page is read in parts, a file has all of it. */
  private static String usual(Call call) {
    String format = call.query("format");
    return format == null || format.equals("json") ? "50" : Integer.toString(MOST);
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw notWhole(name);
    }
  }

  private static BrokenRule notWhole(String name) {
    return new BrokenRule(name, Rule.NUMBER, "must be a whole number");
  }
}
