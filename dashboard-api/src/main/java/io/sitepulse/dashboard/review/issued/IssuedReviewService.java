package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.review.IssuedReview.Basis;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.definition.StaleChangeException;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.review.ReviewLoader;
import io.sitepulse.dashboard.review.ReviewWriter;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues reviews and opens them again.
 *
 * <pre>
 * draft ─▶ next free number of the year ─▶ issued-reviews ─▶ first record of its number? ─▶ issued
 *                   ▲                                             │no: another instance took it
 *                   └─────────────────────────────────────────────┘
 * </pre>
 */
final class IssuedReviewService {
  private static final Logger LOG = LoggerFactory.getLogger(IssuedReviewService.class);

  /** Kafka takes records of 1 MiB. */
  private static final int MAX_DOCUMENT = 900_000;

  /** Instances that issue at the same time take turns, so a few attempts are enough. */
  private static final int MAX_ATTEMPTS = 20;

  private final ManageSources sources;
  private final ReviewLoader reviewLoader;
  private final SerialTaskQueue tasks = new SerialTaskQueue();
  private final Clock clock;

  /** A review that has no number yet. */
  record Draft(
      Instant at,
      IssuedReview.Issuer by,
      IssuedReview.Subject subject,
      Basis basis,
      String hash,
      String document) {
    IssuedReview numbered(String id) {
      return new IssuedReview(IssuedReview.VERSION, id, at, by, subject, basis, hash, document);
    }
  }

  /** A review and what it was made from. */
  private record Made(Review review, Basis basis, String scopeName) {}

  IssuedReviewService(ManageSources sources, ReviewLoader reviewLoader, Clock clock) {
    this.sources = sources;
    this.reviewLoader = reviewLoader;
    this.clock = clock;
  }

  /** The reviews that a caller may read, the latest first. */
  List<IssuedReview> list(Caller caller) {
    return sources.issuedReviews().all().stream()
        .filter(issued -> isReadable(issued, caller))
        .sorted(
            Comparator.comparing(IssuedReview::year).thenComparing(IssuedReview::number).reversed())
        .toList();
  }

  /**
   * The review with an id.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404 if there is none that the caller may
   *     read
   */
  IssuedReview get(String id, Caller caller) {
    return sources
        .issuedReviews()
        .get(id)
        .filter(issued -> isReadable(issued, caller))
        .orElseThrow(() -> AccessProblems.notFound("issued review"));
  }

  /** A review may be read by those who may see each of its sites. */
  private boolean isReadable(IssuedReview issued, Caller caller) {
    return issued.basis().sites().keySet().stream()
        .allMatch(
            id ->
                sources
                    .sites()
                    .get(id)
                    .map(site -> caller.allows(Role.VIEWER, site))
                    .orElseGet(caller::administers));
  }

  /**
   * Makes the review to issue. Blocks on ClickHouse.
   *
   * @param visible sites of the scope that the caller may see
   */
  Draft draft(IssueRequest request, List<Site> visible, Caller caller) {
    var query =
        new ReportQuery(
            request.scope(), visible, request.period(), request.comparison(), Filters.NONE);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Language language = request.documentLanguage();
    Author author = caller.author();
    var occasion = new ReviewData.Occasion(language, request.issuer(), author.name(), at);
    Made made = make(query, occasion, caller::mayView);
    String document = ReviewCodec.pack(made.review());
    if (document.length() > MAX_DOCUMENT) {
      throw Problem.invalid(
              new FieldViolationException(
                  "scope", Rule.INVALID, "has too many sites for one issued review"))
          .asException();
    }
    return new Draft(
        at,
        new IssuedReview.Issuer(author.id(), author.name()),
        new IssuedReview.Subject(
            request.scope(),
            request.period(),
            request.comparison(),
            language.tag(),
            request.issuer(),
            made.review().titlePage().title(),
            made.scopeName().isEmpty() ? null : made.scopeName()),
        made.basis(),
        ReviewFigures.of(made.review()).hash(),
        document);
  }

  /**
   * Gives a draft the next number of its year and stores it. Two instances that take the same
   * number see which of both records comes first, and the other one takes the next number.
   */
  Future<IssuedReview> issue(Draft draft, Author author) {
    return tasks.submit(() -> issue(draft, 1)).onSuccess(issued -> note(author, issued));
  }

  private Future<IssuedReview> issue(Draft draft, int attempt) {
    int year = draft.at().atZone(Site.DEFAULT_ZONE).getYear();
    IssuedReview issued = draft.numbered(IssuedReview.id(year, nextNumber(year)));
    return sources
        .definitions()
        .record(Topics.ISSUED_REVIEWS, issued.id(), issued)
        .map(issued)
        .recover(
            failure ->
                failure instanceof StaleChangeException && attempt < MAX_ATTEMPTS
                    ? issue(draft, attempt + 1)
                    : Future.failedFuture(failure));
  }

  private int nextNumber(int year) {
    return 1
        + sources.issuedReviews().all().stream()
            .filter(issued -> issued.year() == year)
            .mapToInt(IssuedReview::number)
            .max()
            .orElse(0);
  }

  /**
   * Writes the entry of the change log after the review, because a number that another instance
   * took must have no entry. The review itself has author and time.
   */
  private void note(Author author, IssuedReview issued) {
    sources
        .definitions()
        .note(author, "review.issue", issued.id())
        .onFailure(
            e ->
                LOG.atWarn()
                    .addKeyValue(LogKeys.ERROR, e.toString())
                    .log("cannot write the change log entry of an issued review"));
  }

  /**
   * Makes an issued review again and compares both. Blocks on ClickHouse.
   *
   * @param language of the reasons
   */
  ReviewChangesResponse changes(IssuedReview issued, Caller caller, Language language) {
    var subject = issued.subject();
    Set<String> hidden = issued.basis().hidden().keySet();
    var query =
        new ReportQuery(
            subject.scope(), List.of(), subject.period(), subject.comparison(), Filters.NONE);
    var occasion =
        new ReviewData.Occasion(
            Language.of(subject.language()),
            subject.organisation(),
            issued.by().name(),
            clock.instant());
    Made made = make(query, occasion, site -> !hidden.contains(site.id()) && caller.mayView(site));
    return ReviewChangesResponse.of(
        ReviewCodec.unpack(issued.document()),
        made.review(),
        Renames.of(issued.basis(), made.basis()),
        ChangeReasons.of(issued, made.basis(), language));
  }

  private Made make(ReportQuery query, ReviewData.Occasion occasion, Predicate<Site> readable) {
    ReviewData data = reviewLoader.load(query, occasion, readable);
    return new Made(ReviewWriter.write(data), basis(data), data.summary().subject().name());
  }

  private Basis basis(ReviewData data) {
    ReportQuery query = data.query();
    Map<String, String> sites = names(query.sites());
    var hidden = names(data.coverage().past().sites());
    hidden.keySet().removeAll(sites.keySet());
    PeriodResponse begun = data.summary().days().begun();
    return new Basis(
        sites,
        hidden,
        mergers(query),
        targets(data),
        begun == null ? null : begun.to(),
        data.summary().ledger().received(),
        data.coverage().origin().importedViews(),
        InputTexts.of(data));
  }

  private static Map<String, String> names(List<Site> sites) {
    return sites.stream()
        .collect(Collectors.toMap(Site::id, Site::name, (one, other) -> one, HashMap::new));
  }

  /** Mergers until the end of the period. */
  private static Map<String, String> mergers(ReportQuery query) {
    var mergers = new HashMap<String, String>();
    for (Site site : query.sites()) {
      for (Predecessor taken : site.predecessors()) {
        if (!taken.from().isAfter(query.period().to())) {
          mergers.put(
              taken.site() + " " + site.id() + " " + taken.from(),
              taken.site() + " → " + site.name() + " (" + taken.from() + ")");
        }
      }
    }
    return mergers;
  }

  /** Targets of these sites, also of some of them, whose periods overlap that of the review. */
  private static Map<String, String> targets(ReviewData data) {
    var labels = new ReviewLabels(data.occasion().language());
    ReportQuery query = data.query();
    return data.coverage().past().targets().stream()
        .filter(target -> overlap(target.period(), query.period()))
        .filter(target -> query.sites().stream().anyMatch(target.scope()::contains))
        .collect(Collectors.toMap(Target::id, target -> labels.target(target, data)));
  }

  private static boolean overlap(Period one, Period other) {
    return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
  }
}
