package io.sitepulse.dashboard.widget.embed;

import java.util.List;
import java.util.Optional;

/**
 * Content of the page of a poll. The component names are used by its template.
 *
 * @param notice status of the poll or result of the request
 * @param form voting form, if this reader may vote now
 * @param results results, if this reader may see them
 * @param next link for the next person on a computer of many people, after a vote
 * @param assurance note on how reliable the results are
 */
record PollView(
    String question,
    Optional<String> notice,
    Optional<Form> form,
    Optional<Results> results,
    Optional<Link> next,
    String assurance) {

  /** The voting form. */
  record Form(String hint, List<Choice> options, List<Hidden> hidden, String button) {
    Form {
      options = List.copyOf(options);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * One option of the form.
   *
   * @param kind type of the input: {@code radio} or {@code checkbox}
   * @param needed whether the browser requires a choice. It can do so for radio buttons only
   * @param chosen whether it is ticked
   */
  record Choice(String kind, String id, String label, boolean needed, boolean chosen) {}

  /** A hidden field of the form. */
  record Hidden(String name, String value) {}

  /** A link within the frame. */
  record Link(String address, String text) {}

  /** The table of results. */
  record Results(
      String caption,
      String optionWord,
      String ballotsWord,
      String shareWord,
      List<Row> rows,
      String participants) {
    Results {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One option in the table of results.
   *
   * @param bar length of the bar, 0 to 100
   */
  record Row(String label, String ballots, String share, String bar) {}
}
