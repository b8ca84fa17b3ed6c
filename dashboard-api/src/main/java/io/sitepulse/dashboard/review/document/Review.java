package io.sitepulse.dashboard.review.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.PeriodResponse;
import java.time.Instant;
import java.util.List;

/**
 * A document about the figures of a period.
 *
 * @param language of all words in it
 * @param title what it is about
 * @param subtitle which sites, which days, held against which
 * @param organisation whose it is: in the head of every page
 * @param author who had it made
 * @param made when, as its figures were then
 * @param sample whether any of its numbers were made up
 * @param details tables for the workbook only
 */
public record Review(
    @JsonIgnore Language language,
    String title,
    String subtitle,
    String organisation,
    String author,
    Instant made,
    Scope scope,
    PeriodResponse period,
    boolean sample,
    List<Section> sections,
    @JsonIgnore List<ExportTable> details) {
  public Review {
    Require.text(title, 500, "title");
    sections = List.copyOf(sections);
    details = List.copyOf(details);
  }

  /**
   * A part under a heading.
   *
   * @param id which part; stable, for programs
   * @param paragraphs sentences, in the order they are read
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

    /** Words alone. */
    public static Section of(String id, String heading, List<String> paragraphs) {
      return new Section(id, heading, paragraphs, List.of(), List.of());
    }
  }
}
