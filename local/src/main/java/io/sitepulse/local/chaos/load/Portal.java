package io.sitepulse.local.chaos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sites and polls of a run. It is noon at two of the sites, and the midnight of the third is at
 * the next full hour, so a run over a full hour has a midnight in it.
 *
 * @param zones time zones of the sites
 */
public record Portal(SortedMap<String, ZoneId> zones) {
  /** Poll in which a later ballot replaces an earlier one. */
  public static final String CHANGEABLE = "chaos-changeable";

  /** Poll in which a later ballot is rejected. */
  public static final String FIXED = "chaos-fixed";

  /** Options of both polls. */
  static final List<String> OPTIONS = List.of("useful", "easy", "rich");

  private static final int HOURS = 24;
  private static final int NOON = 12;
  private static final int LEAST_OFFSET = -12;

  public Portal {
    zones = new TreeMap<>(zones);
  }

  /** The sites as of an instant. */
  public static Portal at(Instant now) {
    int hour = now.atZone(ZoneOffset.UTC).getHour();
    ZoneId noon = zone(NOON - hour);
    ZoneId evening = zone(HOURS - 1 - hour);
    return new Portal(
        new TreeMap<>(Map.of("chaos-one", noon, "chaos-two", noon, "chaos-midnight", evening)));
  }

  /** The sign of these names is the opposite of that of an offset. */
  private static ZoneId zone(int ahead) {
    int offset = ahead > -LEAST_OFFSET ? ahead - HOURS : ahead;
    return ZoneId.of(offset == 0 ? "Etc/UTC" : "Etc/GMT%+d".formatted(-offset));
  }

  /** All polls. */
  public static Set<String> polls() {
    return Set.of(CHANGEABLE, FIXED);
  }

  /** Writes the file with the definitions. */
  public Path seed(Path folder) throws IOException {
    var text = new StringBuilder("sites:\n");
    zones.forEach(
        (site, zone) ->
            text.append("  - {id: ")
                .append(site)
                .append(", zone: \"")
                .append(zone)
                .append("\"}\n"));
    text.append("polls:\n").append(poll(CHANGEABLE, true)).append(poll(FIXED, false));
    return Files.writeString(folder.resolve("seed.yaml"), text);
  }

  private static String poll(String id, boolean changeable) {
    return """
      - id: %s
        site: chaos-one
        question: Theo bạn thông tin nội dung website thế nào?
        options: [{id: useful, label: Hữu ích}, {id: easy, label: Dễ sử dụng}, {id: rich, label: Phong phú}]
        changeable: %s
        visibility: always
    """
        .formatted(id, changeable);
  }
}
