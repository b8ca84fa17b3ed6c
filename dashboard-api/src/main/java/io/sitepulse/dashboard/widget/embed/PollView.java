package io.sitepulse.dashboard.widget.embed;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a poll shows: the names its template uses.
 *
 * @param notice what happened or what holds, if there is something to say
 * @param form how to vote, if this reader may now
 * @param results the tally, if it is for this reader
 * @param assurance how the result is to be taken
 */
record PollView(
    String question,
    Optional<String> notice,
    Optional<Form> form,
    Optional<Results> results,
    String assurance) {

  /** How to vote. */
  record Form(String hint, List<Choice> options, List<Hidden> hidden, String button) {
    Form {
      options = List.copyOf(options);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * One option of the form.
   *
   * @param needed one choice must be made; a browser can ask that of radio buttons only
   */
  record Choice(String kind, String id, String label, boolean needed) {}

  /** A field the reader does not see. */
  record Hidden(String name, String value) {}

  /** The tally. */
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
   * One option of the tally.
   *
   * @param bar 0 to 100
   */
  record Row(String label, String ballots, String share, String bar) {}
}
