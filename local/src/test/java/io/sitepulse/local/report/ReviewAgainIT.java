package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A review that is made again a year later, after other events, votes, polls, targets, mergers,
 * sites and corrections of baselines, says the same: as JSON, PDF and XLSX, for readers of some or
 * all of the sites. New are only notes on what came after the period.
 */
class ReviewAgainIT {
  /** The time at which a workbook was made. */
  private static final String MADE = "[0-9]{2}:[0-9]{2} ngày [0-9/]+";

  /** Name, title and number of a page. Notes may need another page. */
  private static final String FOOT =
      "(\\S+ \\S+ · Báo cáo tình hình truy cập .{1,90}? )?Trang [0-9]+/[0-9]+ ";

  private static Scratch scratch;
  private static Tables tables;
  private static DashboardTester dashboard;

  @BeforeAll
  static void start() throws Exception {
    scratch = Scratch.of("review-again");
    tables = Tables.start(scratch.folder());
    dashboard = DashboardTester.over(tables.jdbi());
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    tables.close();
    scratch.close();
  }

  /** A review in three forms, without the moment at which it was made. */
  private record Made(JsonNode review, String pdf, List<String> workbook) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void itSaysTheSame(long seed) throws Exception {
    var world = new ReviewWorld(seed, dashboard, tables);
    world.begin();
    var random = new Random(seed);
    Site first = world.sites.get(random.nextInt(world.sites.size()));
    boolean all = random.nextBoolean();
    var grants =
        Stream.concat(world.sites.stream().map(Site::id), Stream.of(world.laterSite()))
            .filter(id -> all || id.equals(first.id()) || random.nextBoolean())
            .map(id -> new Grant(Scope.site(id), Role.VIEWER))
            .toArray(Grant[]::new);
    String scope = random.nextInt(4) == 0 ? "site:" + first.id() : "group:" + world.group();
    String compare = List.of("year", "previous", "none").get(random.nextInt(3));
    String path =
        "/review?language=vi&scope=" + scope + "&period=" + world.period + "&compare=" + compare;
    Made then = make(path, Manager.program(dashboard, "r" + seed, grants));
    assertThat(then.review().path("sections")).as(path).isNotEmpty();

    world.later().forEach(Runnable::run);
    Made later = make(path, Manager.program(dashboard, "r" + seed, grants));
    assertThat(later.review()).as(path).isEqualTo(then.review());
    assertThat(later.pdf()).as(path).isEqualTo(then.pdf());
    assertThat(later.workbook()).as(path).isEqualTo(then.workbook());
  }

  private static Made make(String path, Manager reader) throws Exception {
    return new Made(
        review(path, reader),
        pdf(reader.bytes(path + "&format=pdf")),
        workbook(reader.bytes(path + "&format=xlsx")));
  }

  private static JsonNode review(String path, Manager reader) throws Exception {
    var answer = reader.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode review = Json.MAPPER.readTree(answer.body());
    ((ObjectNode) review).remove("made");
    for (JsonNode section : review.path("sections")) {
      if (section.path("id").asText().equals("notes")) {
        ((ArrayNode) section.path("paragraphs"))
            .removeIf(note -> note.asText().startsWith("Sau kỳ báo cáo: "));
      }
    }
    return review;
  }

  private static String pdf(byte[] bytes) throws Exception {
    try (var document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper()
          .getText(document)
          .replaceAll("Lập ngày [0-9/]+", "")
          .replaceAll("\\s+", " ")
          .replaceAll(FOOT, "")
          .replaceAll("Sau kỳ báo cáo: .*?\\.(?= )", "")
          .replaceAll(" +", " ");
    }
  }

  private static List<String> workbook(byte[] bytes) throws Exception {
    var cells = new ArrayList<String>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : book.getSheets().toList()) {
        sheet
            .read()
            .forEach(row -> row.forEach(cell -> cells.add(text(cell).replaceAll(MADE, ""))));
      }
    }
    cells.replaceAll(cell -> cell.replaceAll("\nSau kỳ báo cáo: [^\n]*", ""));
    return cells;
  }

  private static String text(Cell cell) {
    return cell == null ? "" : cell.getText();
  }
}
