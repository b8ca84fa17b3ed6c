package io.sitepulse.dashboard.review;

import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.report.Breakdown;
import io.sitepulse.dashboard.report.Course;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Hours;
import io.sitepulse.dashboard.report.LedgerReport;
import io.sitepulse.dashboard.report.Listing;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.Question;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.Summary;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers every question with the specimen's figures, unless ClickHouse is away. */
final class SpecimenReports implements Reports {
  private final Findings findings = new Specimen().findings();
  private final AtomicBoolean away;

  SpecimenReports(AtomicBoolean away) {
    this.away = away;
  }

  @Override
  public Summary summary(Question question) {
    if (away.get()) {
      throw Problem.unavailable("ClickHouse is away.").asException();
    }
    return findings.summary();
  }

  @Override
  public Course course(Question question) {
    return findings.course();
  }

  @Override
  public Breakdown breakdown(Question question, Dimension dimension, Listing listing) {
    return switch (dimension) {
      case SITE -> findings.sites().orElseThrow();
      case PAGE -> findings.pages().get(0).breakdown();
      case SOURCE -> findings.sources();
      default -> findings.devices();
    };
  }

  @Override
  public Overview overview(List<Site> visible, Comparison comparison) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Hours hours(Question question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LedgerReport ledger(Question question) {
    throw new UnsupportedOperationException();
  }
}
