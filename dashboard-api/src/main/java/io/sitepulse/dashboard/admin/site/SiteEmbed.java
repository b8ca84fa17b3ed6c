package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Html;

/**
 * HTML snippets for the pages of a site.
 *
 * @param script the script that counts views, for every page
 * @param counter the script and the live counter
 * @param iframe the counter as an iframe, for pages that allow no scripts
 * @param image the counter as an image
 */
record SiteEmbed(String script, String counter, String iframe, String image) {

  /**
   * Returns the snippets with absolute addresses.
   *
   * @param origin origin of this server
   */
  static SiteEmbed of(Site site, String origin) {
    String host = Html.attribute(origin);
    String script =
        "<script async src=\"%s/sitepulse.js\" data-site=\"%s\"></script>"
            .formatted(host, site.id());
    return new SiteEmbed(
        script,
        script + "\n<sitepulse-counter></sitepulse-counter>",
        ("<iframe src=\"%s/embed/counter?site=%s\" title=\"Số lượt truy cập\" width=\"300\""
                + " height=\"170\" style=\"border:0\" loading=\"lazy\"></iframe>")
            .formatted(host, site.id()),
        "<img src=\"%s/api/sites/%s/counters.svg\" alt=\"Số lượt truy cập\">"
            .formatted(host, site.id()));
  }
}
