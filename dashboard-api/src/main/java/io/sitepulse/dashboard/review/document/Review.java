package io.sitepulse.dashboard.review.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.PeriodResponse;
import java.time.Instant;
import java.util.List;

/**
 * A review: a document for managers about the figures of a period.
 *
 * @param language of all texts
 * @param titlePage title, organisation, author and time
 * @param sample true if any of its sites has sample data
 * @param details tables for the workbook only
 * @param letterhead of the document that is signed
 */
public record Review(
    @JsonIgnore Language language,
    @JsonUnwrapped TitlePage titlePage,
    Scope scope,
    PeriodResponse period,
    boolean sample,
    List<Section> sections,
    @JsonIgnore List<ExportTable> details,
    @JsonIgnore Letterhead letterhead) {
  public Review {
    sections = List.copyOf(sections);
    details = List.copyOf(details);
  }

  /**
   * The title page.
   *
   * @param title with the name of the period
   * @param subtitle sites, days and compared days
   * @param organisation issuing organisation, printed on every page
   * @param author name of the account that requested it
   * @param made instant of the figures
   */
  public record TitlePage(
      String title, String subtitle, String organisation, String author, Instant made) {
    public TitlePage {
      Require.text(title, 500, "title");
    }
  }

  /**
   * A section of the review.
   *
   * @param id stable name for programs
   * @param paragraphs sentences in reading order
   */
  public record Section(
      String id,
      String heading,
      List<String> paragraphs,
      List<ExportTable> sheets,
      List<Chart> charts) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
      sheets = List.copyOf(sheets);
      charts = List.copyOf(charts);
    }

    /** A section with text only. */
    public static Section of(String id, String heading, List<String> paragraphs) {
      return new Section(id, heading, paragraphs, List.of(), List.of());
    }
  }
}
