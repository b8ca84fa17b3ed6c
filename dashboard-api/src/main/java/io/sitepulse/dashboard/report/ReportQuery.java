package io.sitepulse.dashboard.report;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.source.SourceNames;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.table.TopicTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a report.
 *
 * @param scope all sites, a group or a site
 * @param sites those of the scope that the caller may see. {@link Reports} adds their predecessors
 * @param period days to sum
 * @param comparison days to compare with
 * @param filters filters of visits, for a single site only
 */
public record ReportQuery(
    Scope scope, List<Site> sites, Period period, Comparison comparison, Filters filters) {
  private static final String SCOPE = "scope";
  private static final String VISIT_LANGUAGE = "visitLanguage";

  public ReportQuery {
    Require.present(scope, SCOPE);
    Require.present(period, "period");
    Require.present(comparison, "compare");
    sites = List.copyOf(sites);
    if (!filters.isEmpty() && scope.kind() != Scope.Kind.SITE) {
      String first = filters.values().keySet().iterator().next().label();
      throw new FieldViolationException(
          first, Rule.ONE_SITE, "is allowed for a single site only: scope=site:ID");
    }
  }

  /** Finds the sites of the parameter {@code scope} of a request. Without it: all sites. */
  public static ManageRoutes.Sites sitesOfScope(TopicTable<Site> sites) {
    return context -> {
      String text = context.queryParams().get(SCOPE);
      try {
        Scope scope = text == null ? Scope.ALL : Scope.parse(text);
        return scope.kind() == Scope.Kind.SITE
            ? sites.get(scope.id()).stream().toList()
            : sites.all().stream().filter(scope::contains).toList();
      } catch (IllegalArgumentException e) {
        throw RequestContext.invalid(SCOPE, e);
      }
    };
  }

  /**
   * Finds the sites that may have been in the scope of a request at some time: of a group all
   * sites, because sites are moved between groups.
   */
  public static ManageRoutes.Sites sitesOfPastScope(TopicTable<Site> sites) {
    ManageRoutes.Sites present = sitesOfScope(sites);
    return context -> {
      List<Site> found = present.apply(context);
      String text = context.queryParams().get(SCOPE);
      return text != null && Scope.parse(text).kind() == Scope.Kind.GROUP
          ? List.copyOf(sites.all())
          : found;
    };
  }

  /**
   * Reads {@code scope}, {@code period}, {@code compare} and the filters of a request, whose route
   * finds the sites with {@link #sitesOfScope}.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the parameter
   */
  public static ReportQuery of(RequestContext requestContext) {
    Scope scope = requestContext.query(SCOPE, Scope.ALL.toString(), Scope::parse);
    Period period = requestContext.query("period", "", Period::parse);
    Comparison comparison = comparison(requestContext);
    try {
      return new ReportQuery(
          scope, requestContext.sites(), period, comparison, filters(requestContext));
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }

  /** Reads {@code compare}. The default is the year before. */
  public static Comparison comparison(RequestContext requestContext) {
    return requestContext.query("compare", Comparison.YEAR.label(), Comparison::parse);
  }

  /** The same query for another period. */
  public ReportQuery with(Period other) {
    return new ReportQuery(scope, sites, other, comparison, filters);
  }

  /** The same query for other sites of the scope. */
  public ReportQuery of(List<Site> others) {
    return new ReportQuery(scope, others, period, comparison, filters);
  }

  private static Filters filters(RequestContext requestContext) {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.filtering()) {
      String value = requestContext.query(dimension.label());
      if (value != null && dimension != Dimension.LANGUAGE) {
        // Earlier versions named a source by its host, and addresses of reports still do.
        values.put(dimension, dimension == Dimension.SOURCE ? SourceNames.of(value) : value);
      }
    }
    String language = visitLanguage(requestContext);
    if (language != null) {
      values.put(Dimension.LANGUAGE, language);
    }
    return new Filters(values);
  }

  /** With {@code format}, {@code language} is the language of the file and not a filter. */
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
