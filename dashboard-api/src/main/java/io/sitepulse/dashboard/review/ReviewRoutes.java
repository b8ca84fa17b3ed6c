package io.sitepulse.dashboard.review;

import io.sitepulse.contract.Check;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.export.FileFormat;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.Question;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/** The review of a scope and period: as JSON, as a page, as PDF, as a workbook. */
public final class ReviewRoutes implements ManageFeature {
  private static final Set<FileFormat> FORMATS =
      EnumSet.of(FileFormat.HTML, FileFormat.PDF, FileFormat.XLSX);

  /** A document of hundreds of sites takes a few seconds. */
  private static final long SECONDS = 60;

  private final Gathering gathering;
  private final ManageRoutes.Sites scope;
  private final Desk desk;
  private final Answers answers;
  private final BlockingPool pool;
  private final Clock clock;

  /** Where reviews are written: it may make a caller wait for their turn. */
  public interface Desk extends BiFunction<Call, Callable<Review>, Future<Review>> {}

  /**
   * The routes.
   *
   * @param scope the sites a request is about
   * @param pool where documents are set; its size bounds their memory
   */
  public ReviewRoutes(
      Gathering gathering,
      ManageRoutes.Sites scope,
      Desk desk,
      Answers answers,
      BlockingPool pool,
      Clock clock) {
    this.gathering = gathering;
    this.scope = scope;
    this.desk = desk;
    this.answers = answers;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/review", Right.VIEW, scope, this::review);
  }

  private void review(Call call) {
    var format = call.query("format", "json", text -> FileFormat.parse(text, FORMATS));
    Question question = question(call);
    var occasion =
        new Findings.Occasion(
            call.language(),
            call.query("organisation", "", ReviewRoutes::organisation),
            call.caller().account().name(),
            clock.instant());
    var review = desk.apply(call, () -> Composer.compose(gathering.gather(question, occasion)));
    if (format.isEmpty()) {
      call.json(review);
      return;
    }
    review
        .compose(written -> send(call, written, format.get()))
        .recover(ReviewRoutes::tooLong)
        .onFailure(call.context()::fail);
  }

  private Future<Void> send(Call call, Review review, FileFormat format) {
    return switch (format) {
      case XLSX, CSV -> answers.file(call, ReviewFile.of(review), format);
      case PDF ->
          pool.run(() -> Buffer.buffer(ReviewPdf.of(ReviewPage.printed(review))))
              .timeout(SECONDS, TimeUnit.SECONDS)
              .compose(body -> Answers.send(call, format, ReviewFile.title(review), body, false));
      case HTML ->
          pool.run(() -> Buffer.buffer(ReviewPage.of(review).getBytes(StandardCharsets.UTF_8)))
              .compose(body -> page(call, review, body));
    };
  }

  private static Future<Void> page(Call call, Review review, Buffer body) {
    call.context().response().putHeader("Content-Security-Policy", ReviewPage.POLICY);
    return Answers.send(call, FileFormat.HTML, ReviewFile.title(review), body, true);
  }

  /** As all reports are asked, but of all visits; {@code language} is that of the words here. */
  private static Question question(Call call) {
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.LANGUAGE && call.query(dimension.label()) != null) {
        throw Call.invalid(
            dimension.label(), Rule.NO_FILTER, "is no filter here: a review is about all visits");
      }
    }
    return new Question(
        call.query("scope", Scope.ALL.toString(), Scope::parse),
        call.sites(),
        call.query("period", "", Period::parse),
        call.query("compare", Comparison.YEAR.label(), Comparison::parse),
        Filters.NONE);
  }

  private static String organisation(String text) {
    return text.isEmpty() ? text : Check.text(text.strip(), 200, "it");
  }

  private static Future<Void> tooLong(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? Problem.unavailable("Setting the document took too long.").asException()
            : failure);
  }
}
