package io.sitepulse.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts with one site and one open poll, whose two options are {@code good} and {@code bad}. */
public final class OnePoll {
  private OnePoll() {}

  /**
   * Options of an installation with the site and the poll.
   *
   * @param folder where the file of the definitions is written
   * @param data the data folder
   */
  public static SitepulseOptions options(Path folder, Path data, String site, String poll)
      throws IOException {
    String seed =
        """
        sites:
          - {id: %s, zone: "%s"}
        polls:
          - id: %s
            site: %s
            question: Bạn thấy thế nào?
            options: [{id: good, label: Tốt}, {id: bad, label: Chưa tốt}]
            changeable: true
            visibility: always
        """
            .formatted(site, Noon.zone(), poll, site);
    return SitepulseOptions.in(data)
        .with(
            "SITEPULSE_DEFINITIONS_SEED",
            Files.writeString(folder.resolve("seed.yaml"), seed).toString());
  }
}
