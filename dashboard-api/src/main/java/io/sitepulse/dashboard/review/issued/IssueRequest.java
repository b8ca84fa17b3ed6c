package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.dashboard.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * The request to issue a review.
 *
 * @param compare default: the year before
 * @param language of the document. Default: Vietnamese
 * @param organisation issuing organisation. Default: the name of the scope
 */
record IssueRequest(
    Scope scope,
    Period period,
    @Nullable Comparison compare,
    @Nullable String language,
    @Nullable String organisation) {
  IssueRequest {
    Require.present(scope, "scope");
    Require.present(period, "period");
    Require.atMost(organisation, 200, "organisation");
  }

  Comparison comparison() {
    return compare == null ? Comparison.YEAR : compare;
  }

  Language documentLanguage() {
    return Language.of(language);
  }

  String issuer() {
    return organisation == null ? "" : organisation.strip();
  }
}
