package io.sitepulse.dashboard.widget.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.MultiMap;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CounterImageTest {
  private final CounterFigures figures =
      CounterFigures.at(
          Samples.counters("demo", 2, 536, Samples.MINUTE_TO_MIDNIGHT),
          Samples.site("demo"),
          Samples.MINUTE_TO_MIDNIGHT);

  @Test
  void theTextAlternativeHasTheNumbers() throws Exception {
    assertThat(text(draw(), "desc"))
        .isEqualTo("Đang truy cập: 2 · Hôm nay: 536 · Tổng lượt truy cập: 676.536");
    assertThat(text(draw("lang", "en", "show", "total", "metric", "views"), "desc"))
        .isEqualTo("Total page views: 2,072");
  }

  @Test
  void theImageIsWellFormedWithOneRowPerNumber() throws Exception {
    assertThat(parse(draw("show", "online,today")).getElementsByTagName("text").getLength())
        .isEqualTo(4);
  }

  @Test
  void aThemeIsFixedOrFollowsTheSystem() {
    assertThat(draw()).contains("prefers-color-scheme");
    assertThat(draw("theme", "dark")).doesNotContain("prefers-color-scheme").contains("#14181d");
  }

  @Test
  void unknownParameterValuesAreRefused() {
    assertThatThrownBy(() -> draw("show", "<script>")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> draw("metric", "x")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> draw("theme", "x")).isInstanceOf(ProblemException.class);
  }

  private String draw(String... query) {
    var map = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < query.length; i += 2) {
      map.add(query[i], query[i + 1]);
    }
    return CounterImage.draw(CounterView.of(map), figures);
  }

  private static String text(String svg, String element) throws Exception {
    return parse(svg).getElementsByTagName(element).item(0).getTextContent();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
