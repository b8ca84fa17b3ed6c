package io.sitepulse.dashboard.report;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Check;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Call;
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
public record Question(
    Scope scope, List<Site> sites, Period period, Comparison comparison, Filters filters) {
  private static final String VISIT_LANGUAGE = "visitLanguage";

  public Question {
    Check.present(scope, "scope");
    Check.present(period, "period");
    Check.present(comparison, "compare");
    sites = List.copyOf(sites);
    if (!filters.isEmpty() && scope.kind() != Scope.Kind.SITE) {
      String first = filters.values().keySet().iterator().next().label();
      throw new BrokenRule(first, Rule.ONE_SITE, "is asked of one site only: scope=site:ID");
    }
  }

  /**
   * What a request asks: {@code scope}, {@code period}, {@code compare} and filters by their names.
   * Its route looks sites up with {@link ScopeSites}.
   *
   * @throws io.sitepulse.contract.http.ProblemException 400 naming the parameter
   */
  public static Question of(Call call) {
    Scope scope = call.query(ScopeSites.PARAMETER, Scope.ALL.toString(), Scope::parse);
    Period period = call.query("period", "", Period::parse);
    Comparison comparison = comparison(call);
    try {
      return new Question(scope, call.sites(), period, comparison, filters(call));
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }

  /** The comparison a request asks for: the year before unless it says otherwise. */
  static Comparison comparison(Call call) {
    return call.query("compare", Comparison.YEAR.label(), Comparison::parse);
  }

  /** The same about other days. */
  public Question with(Period other) {
    return new Question(scope, sites, other, comparison, filters);
  }

  private static Filters filters(Call call) {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.filtering()) {
      String value = call.query(dimension.label());
      if (value != null && dimension != Dimension.LANGUAGE) {
        values.put(dimension, value);
      }
    }
    String language = visitLanguage(call);
    if (language != null) {
      values.put(Dimension.LANGUAGE, language);
    }
    return new Filters(values);
  }

  /** With a {@code format} the parameter {@code language} is about the words in the file. */
  private static @Nullable String visitLanguage(Call call) {
    String language = call.query(VISIT_LANGUAGE);
    boolean isFile = call.query("format") != null;
    if (isFile && call.context().queryParams().getAll("language").size() > 1) {
      throw Call.invalid(
          "language",
          Rule.TWICE,
          "is given twice; the language of visits is " + VISIT_LANGUAGE + " in files");
    }
    return language != null || isFile ? language : call.query(Dimension.LANGUAGE.label());
  }
}
