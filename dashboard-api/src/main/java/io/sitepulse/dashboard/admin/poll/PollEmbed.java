package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Html;

/**
 * What to paste into a page to ask there.
 *
 * @param element the line that every page has once, and the poll
 * @param iframe the poll as a page of ours, where scripts are not let in
 */
record PollEmbed(String element, String iframe) {

  /**
   * The code with absolute addresses.
   *
   * @param origin where this program is reached
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
