package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Html;
import io.sitepulse.dashboard.http.Language;

/**
 * HTML snippets that show a poll on a page.
 *
 * @param element the poll element alone. A script with the poll's site would take the views of a
 *     page that belongs to another site
 * @param iframe the poll as an iframe, for pages that allow no scripts, and the script that gives
 *     the frame its height where a page allows it. Without the script the height is an estimate
 */
record PollEmbed(String element, String iframe) {

  /**
   * Returns the snippets with absolute addresses.
   *
   * @param origin origin of this server
   * @param language language of the frame
   */
  static PollEmbed of(Poll poll, String origin, Language language) {
    String host = Html.attribute(origin);
    String page =
        "%s/embed/poll?poll=%s%s".formatted(host, poll.id(), language.of("", "&amp;lang=en"));
    String title = language.of("Bình chọn", "Poll");
    return new PollEmbed(
        ("<sitepulse-poll poll=\"%s\" style=\"display:block;min-height:20em\"><noscript>"
                + "<a href=\"%s\">%s</a></noscript></sitepulse-poll>")
            .formatted(poll.id(), page, title),
        ("<iframe src=\"%s\" title=\"%s\" width=\"300\" height=\"%d\""
                + " style=\"border:0\" loading=\"lazy\"></iframe>"
                + "<script async src=\"%s/sitepulse-frame.js\"></script>")
            .formatted(page, title, height(poll), host));
  }

  /**
   * Estimates the height after a vote, when form and results are shown, 300 pixels wide.
   *
   * @return pixels
   */
  private static int height(Poll poll) {
    int lines = lines(poll.question(), 30) + 3;
    int height = 220;
    for (var option : poll.options()) {
      lines += lines(option.label(), 30);
      // In the table a label has half of the width, and a bar below it.
      height += 36 + 24 * lines(option.label(), 14);
    }
    return height + 24 * lines + 12 * poll.options().size();
  }

  private static int lines(String text, int letters) {
    return 1 + text.length() / letters;
  }
}
