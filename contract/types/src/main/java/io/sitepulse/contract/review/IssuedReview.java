package io.sitepulse.contract.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A review that was issued under a number. It never changes.
 *
 * @param v schema version, 1
 * @param id year and number of the year, {@code 2026-1}
 * @param at instant of its figures
 * @param by account that issued it
 * @param subject scope and period
 * @param basis what its figures were made from
 * @param hash SHA-256 of its figures, 64 hexadecimal digits
 * @param document the document, as the dashboard packs it
 */
public record IssuedReview(
    int v,
    String id,
    Instant at,
    Issuer by,
    Subject subject,
    Basis basis,
    String hash,
    String document) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[0-9]{4}-[1-9][0-9]{0,8}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public IssuedReview {
    Require.matches(id, ID, "id");
    Require.present(at, "at");
    Require.present(by, "by");
    Require.present(subject, "subject");
    Require.present(basis, "basis");
    Require.matches(hash, HASH, "hash");
    Require.present(document, "document");
  }

  /** The id of a number. */
  public static String id(int year, int number) {
    return String.format(Locale.ROOT, "%04d-%d", year, number);
  }

  /** The year it was issued in. */
  public int year() {
    return Integer.parseInt(id.substring(0, 4));
  }

  /** Its number in the year, from 1. */
  public int number() {
    return Integer.parseInt(id.substring(5));
  }

  /** The subject with the name that its scope had, as far as it is known. */
  public Subject namedSubject() {
    return subject.scopeName() == null && subject.scope().kind() == Scope.Kind.SITE
        ? subject.named(basis.sites().get(subject.scope().id()))
        : subject;
  }

  /**
   * The account that issued a review.
   *
   * @param id account id
   * @param name name of the account at that time
   */
  public record Issuer(String id, String name) {
    public Issuer {
      Require.text(id, 64, "by");
      Require.text(name, 200, "byName");
    }
  }

  /**
   * What a review is about.
   *
   * @param language tag of the language of the document
   * @param organisation issuing organisation. Empty for the name of the scope
   * @param title title of the document
   * @param scopeName name of the scope when it was issued. Null for all sites, and in reviews that
   *     were issued before it was kept
   */
  public record Subject(
      Scope scope,
      Period period,
      @JsonProperty("compare") Comparison comparison,
      String language,
      String organisation,
      String title,
      @Nullable String scopeName) {
    public Subject {
      Require.present(scope, "scope");
      Require.present(period, "period");
      Require.present(comparison, "compare");
      Require.text(language, 8, "language");
      Require.present(organisation, "organisation");
      Require.text(title, 500, "title");
    }

    Subject named(@Nullable String name) {
      return new Subject(scope, period, comparison, language, organisation, title, name);
    }
  }

  /**
   * What the figures of a review were made from. A later review that differs tells what has changed
   * of it.
   *
   * @param sites names of the sites by id
   * @param hidden names of sites of the scope that the issuer could not see, by id
   * @param mergers takeovers of sites by predecessor: successor and first day
   * @param targets targets by id, as text
   * @param until last day that had begun. Null if the period had not begun
   * @param received accepted events of the period
   * @param importedViews page views of the period that were brought in without events
   * @param inputs polls and baselines. Null in reviews that were issued before these were kept
   */
  public record Basis(
      Map<String, String> sites,
      Map<String, String> hidden,
      Map<String, String> mergers,
      Map<String, String> targets,
      @Nullable LocalDate until,
      long received,
      long importedViews,
      @Nullable Inputs inputs) {
    public Basis {
      sites = sorted(sites);
      hidden = sorted(hidden);
      mergers = sorted(mergers);
      targets = sorted(targets);
    }

    /** Sorts the names, so that a record that was read has the bytes that were written. */
    private static Map<String, String> sorted(Map<String, String> names) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }
  }

  /**
   * Polls and baselines that a review was made from.
   *
   * @param polls polls of the period by id: question, times and result, as text
   * @param baselines baselines of the sites by site id, as text
   */
  public record Inputs(Map<String, String> polls, Map<String, String> baselines) {
    public Inputs {
      polls = Basis.sorted(polls);
      baselines = Basis.sorted(baselines);
    }
  }
}
