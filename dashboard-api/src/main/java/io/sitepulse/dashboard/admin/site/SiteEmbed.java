package io.sitepulse.dashboard.admin.site;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Html;
import io.sitepulse.dashboard.http.Language;

/**
 * HTML snippets for the pages of a site.
 *
 * @param script the script that counts views, for every page
 * @param counter the live counter, with its space reserved and an image for browsers without
 *     scripts
 * @param iframe the counter as an iframe, for pages that allow no scripts
 * @param image the counter as an image
 */
record SiteEmbed(String script, String counter, String iframe, String image) {

  /**
   * Returns the snippets with absolute addresses.
   *
   * @param origin origin of this server
   * @param language language of the texts that a frame or image shows or is read as
   */
  static SiteEmbed of(Site site, String origin, Language language) {
    String host = Html.attribute(origin);
    String script =
        "<script async src=\"%s/sitepulse.js\" data-site=\"%s\"></script>"
            .formatted(host, site.id());
    String title = language.of("Số lượt truy cập", "Number of visits");
    String image =
        "<img src=\"%s/api/sites/%s/counters.svg%s\" alt=\"%s\">"
            .formatted(host, site.id(), language.of("", "?lang=en"), title);
    return new SiteEmbed(
        script,
        "<sitepulse-counter style=\"display:block;min-height:7.5em\"><noscript>%s</noscript></sitepulse-counter>"
            .formatted(image),
        ("<iframe src=\"%s/embed/counter?site=%s%s\" title=\"%s\" width=\"300\""
                + " height=\"170\" style=\"border:0\" loading=\"lazy\"></iframe>")
            .formatted(host, site.id(), language.of("", "&amp;lang=en"), title),
        image);
  }
}
