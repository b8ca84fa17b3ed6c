package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.RequestContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked.
 *
 * @param scope about which sites
 * @param sites those of them that the asker may see; which of their predecessors count with them is
 *     for {@link Reports} to say
 * @param period which days
 * @param comparison what they are held against
 * @param filters which visits; only of one site
 */
public record ReportQuery(
    Scope scope, List<Site> sites, Period period, Comparison comparison, Filters filters) {
  private static final String VISIT_LANGUAGE = "visitLanguage";

  public ReportQuery {
    Require.present(scope, "scope");
    Require.present(period, "period");
    Require.present(comparison, "compare");
    sites = List.copyOf(sites);
    if (!filters.isEmpty() && scope.kind() != Scope.Kind.SITE) {
      String first = filters.values().keySet().iterator().next().label();
      throw new FieldViolationException(
          first, Rule.ONE_SITE, "is asked of one site only: scope=site:ID");
    }
  }

  /**
   * What a request asks: {@code scope}, {@code period}, {@code compare} and filters by their names.
   * Its route looks sites up with {@link ScopeSites}.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the parameter
   */
  public static ReportQuery of(RequestContext requestContext) {
    Scope scope = requestContext.query(ScopeSites.PARAMETER, Scope.ALL.toString(), Scope::parse);
    Period period = requestContext.query("period", "", Period::parse);
    Comparison comparison = comparison(requestContext);
    try {
      return new ReportQuery(
          scope, requestContext.sites(), period, comparison, filters(requestContext));
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  /** The comparison a request asks for: the year before unless it says otherwise. */
  public static Comparison comparison(RequestContext requestContext) {
    return requestContext.query("compare", Comparison.YEAR.label(), Comparison::parse);
  }

  /** The same about other days. */
  public ReportQuery with(Period other) {
    return new ReportQuery(scope, sites, other, comparison, filters);
  }

  private static Filters filters(RequestContext requestContext) {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.filtering()) {
      String value = requestContext.query(dimension.label());
      if (value != null && dimension != Dimension.LANGUAGE) {
        values.put(dimension, value);
      }
    }
    String language = visitLanguage(requestContext);
    if (language != null) {
      values.put(Dimension.LANGUAGE, language);
    }
    return new Filters(values);
  }

  /** With a {@code format} the parameter {@code language} is about the words in the file. */
  private static @Nullable String visitLanguage(RequestContext requestContext) {
    String language = requestContext.query(VISIT_LANGUAGE);
    boolean isFile = requestContext.query("format") != null;
    if (isFile && requestContext.context().queryParams().getAll("language").size() > 1) {
      throw RequestContext.invalid(
          "language",
          Rule.TWICE,
          "is given twice; the language of visits is " + VISIT_LANGUAGE + " in files");
    }
    return language != null || isFile ? language : requestContext.query(Dimension.LANGUAGE.label());
  }
}
