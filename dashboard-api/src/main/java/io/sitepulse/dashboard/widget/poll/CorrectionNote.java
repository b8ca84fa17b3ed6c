package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Language;
import java.util.ArrayList;
import java.util.Optional;

/** Sentences for readers of a result about changed labels and votes that are set aside. */
public record CorrectionNote(String vi, String en) {
  /**
   * Returns the note of a poll, empty if there is nothing to tell.
   *
   * @param setAside whether to tell that votes are set aside
   */
  static Optional<CorrectionNote> of(Poll poll, boolean setAside) {
    String vi = text(poll, setAside, Language.VI);
    return vi.isEmpty()
        ? Optional.empty()
        : Optional.of(new CorrectionNote(vi, text(poll, setAside, Language.EN)));
  }

  /** Returns the note in a language. */
  public String in(Language language) {
    return language.of(vi, en);
  }

  private static String text(Poll poll, boolean setAside, Language language) {
    var sentences = new ArrayList<String>();
    for (var option : poll.options()) {
      if (option.former() != null) {
        sentences.add(
            language
                .of("“%s” trước đây là “%s”.", "“%s” was “%s” before.")
                .formatted(option.label(), option.former()));
      }
    }
    if (setAside) {
      sentences.add(language.of("Một số phiếu đã bị loại.", "Some votes are set aside."));
    }
    return String.join(" ", sentences);
  }
}
