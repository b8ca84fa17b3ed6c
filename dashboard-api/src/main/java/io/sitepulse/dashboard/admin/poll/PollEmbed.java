package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Html;

/**
 * HTML snippets that show a poll on a page.
 *
 * @param element the script, once a page, and the poll element
 * @param iframe the poll as an iframe, for pages that allow no scripts
 */
record PollEmbed(String element, String iframe) {

  /**
   * Returns the snippets with absolute addresses.
   *
   * @param origin origin of this server
   */
  static PollEmbed of(Poll poll, String origin) {
    String host = Html.attribute(origin);
    return new PollEmbed(
        ("<script async src=\"%s/sitepulse.js\" data-site=\"%s\"></script>\n"
                + "<sitepulse-poll poll=\"%s\"></sitepulse-poll>")
            .formatted(host, poll.site(), poll.id()),
        ("<iframe src=\"%s/embed/poll?poll=%s\" title=\"Bình chọn\" width=\"300\" height=\"580\""
                + " style=\"border:0\" loading=\"lazy\"></iframe>")
            .formatted(host, poll.id()));
  }
}
