package io.sitepulse.local.embed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every state of both widgets on one page. */
final class Gallery {
  static final List<String> COUNTERS =
      List.of(
          "",
          "layout=\"inline\"",
          "layout=\"badge\"",
          "metric=\"views\" show=\"online,today,yesterday,week,month,year,total\"",
          "site=\"nobody\"");

  /** Ids of the stage's polls, each of which is in another state. */
  static final List<String> POLLS =
      List.of(
          "open",
          "several",
          "after-voting",
          "after-closing",
          "managers",
          "voted",
          "final",
          "voted-hidden",
          "scheduled",
          "closed",
          "closed-hidden",
          "draft",
          "nothing",
          "loading",
          "failing");

  /** Votes that the browser remembers. */
  private static final Map<String, String> REMEMBERED =
      Map.of("voted", "easy", "final", "useful", "voted-hidden", "rich", "closed", "useful");

  private Gallery() {}

  /**
   * Opens it.
   *
   * @param host where sitepulse is
   * @param width of each widget, in pixels
   */
  static void open(Stage stage, Visitor visitor, String host, String lang, int width) {
    visitor.context.route(host + "/api/polls/loading**", route -> {});
    visitor.context.route(host + "/api/polls/failing**", route -> route.abort());
    REMEMBERED.forEach(
        (poll, option) ->
            visitor.context.addInitScript(
                "localStorage.setItem('sitepulse.voted.%s', '{\"choices\":\"%s\"}')"
                    .formatted(poll, option)));
    visitor.open(
        stage.portal.page(
            "/gallery-" + lang + "-" + width,
            HostPortal.html(lang, head(width) + Stage.line(host, "looks", ""), body())));
    visitor.page.locator("sitepulse-poll[poll=closed-hidden] [part=assurance]").waitFor();
    visitor.page.locator("sitepulse-poll[poll=failing] button").waitFor();
    visitor.page.locator("sitepulse-poll[poll=nothing] [part=message]").waitFor();
    visitor.page.waitForFunction(
        "[...document.querySelectorAll('sitepulse-poll')]"
            + ".filter(poll => poll.shadowRoot.querySelector('.loading')).length === 1");
  }

  private static String head(int width) {
    return """
        <meta name="color-scheme" content="light dark">
        <style>body{font:16px/1.4 sans-serif;margin:8px}main{display:flex;flex-wrap:wrap;gap:16px;
        align-items:flex-start}main>*{width:%dpx}h1{width:100%%;font-size:18px;margin:0}
        h2{font-size:12px;margin:0}</style>
        """
        .formatted(width);
  }

  private static String body() {
    return COUNTERS.stream()
            .map(
                attributes ->
                    "<div><h2>%s</h2><sitepulse-counter %s></sitepulse-counter></div>"
                        .formatted(
                            attributes.isEmpty() ? "list" : attributes.replace('"', ' '),
                            attributes))
            .collect(Collectors.joining())
        + POLLS.stream()
            .map(
                poll ->
                    "<div><h2>%1$s</h2><sitepulse-poll poll=\"%1$s\" heading-level=\"3\">"
                            .formatted(poll)
                        + "</sitepulse-poll></div>")
            .collect(Collectors.joining());
  }
}
