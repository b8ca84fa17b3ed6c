package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Html;
import io.sitepulse.dashboard.http.Language;

/**
 * HTML snippets that show a poll on a page.
 *
 * @param element the poll element alone. A script with the poll's site would take the views of a
 *     page that belongs to another site
 * @param iframe the poll as an iframe, for pages that allow no scripts
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
        ("<iframe src=\"%s\" title=\"%s\" width=\"300\" height=\"580\""
                + " style=\"border:0\" loading=\"lazy\"></iframe>")
            .formatted(page, title));
  }
}
