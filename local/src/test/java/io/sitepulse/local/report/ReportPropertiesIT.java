package io.sitepulse.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Manager;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For random rights, scopes and periods the parts of every view and file add up to the whole, and
 * the whole is what the events of the sites that the reader sees make. The recount is {@link
 * NaiveReports}, and its periods are {@link NaivePeriod}.
 */
@ExtendWith(ReportsExtension.class)
class ReportPropertiesIT {
  private static final int QUESTIONS = 8;
  private static final LocalDate MERGER = LocalDate.parse("2026-05-01");
  private static final List<String> METRICS = List.of("visits", "views", "visitors");

  private static final String VISITS = "Lượt truy cập";
  private static final String BEFORE = "Lượt truy cập kỳ so sánh";

  private static ReportsTester pulse;

  @BeforeAll
  static void start(ReportsTester shared) {
    pulse = shared;
  }

  @BeforeEach
  void atTheMoment() {
    pulse.dashboard.clock.set(Portals.NOW);
  }

  /** A reader who sees some of the sites, and what they ask. */
  private record Reader(Manager manager, List<Site> seen, ReportRequest request) {
    List<Site> inScope(List<Site> sites) {
      return sites.stream().filter(Scope.parse(request.scope())::contains).toList();
    }

    String partial() {
      return inScope(seen).size() + " trong " + inScope(Portals.SITES).size() + " trang thông tin";
    }

    boolean isPartial() {
      return inScope(seen).size() < inScope(Portals.SITES).size();
    }

    JsonNode get(String path) throws Exception {
      HttpResponse<String> answer = manager.get(path + request.query());
      assertThat(answer.statusCode()).as(path + request.query()).isEqualTo(200);
      return Json.MAPPER.readTree(answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104})
  void partsAddUpToTheWholeInEveryAnswerAndFile(long seed) throws Exception {
    var random = new Random(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Reader reader = reader(random, "r" + seed + "x" + i);
      if (!reader.inScope(reader.seen()).isEmpty()) {
        check(reader);
      }
    }
  }

  private static void check(Reader reader) throws Exception {
    String as = reader.request().query() + " " + reader.seen().stream().map(Site::id).toList();
    JsonNode summary = reader.get("/reports/summary?");
    JsonNode course = reader.get("/reports/course?");
    JsonNode sites = reader.get("/reports/breakdown?dimension=site&limit=100&");
    boolean hours = course.path("unit").asText().equals("hour");
    boolean compared = !summary.path("compared").isNull();
    for (String metric : METRICS) {
      long whole = summary.path("now").path(metric).asLong();
      if (!hours || !metric.equals("visitors")) { // A visitor of two hours is one of the day.
        assertThat(sum(course.path("points"), metric)).as(as + metric).isEqualTo(whole);
      }
      assertThat(sites.path("totals").path(metric).asLong()).as(as).isEqualTo(whole);
      assertThat(sum(sites.path("values"), metric)).as(as).isEqualTo(whole);
      if (compared) {
        long before = summary.path("before").path(metric).asLong();
        if (!hours || !metric.equals("visitors")) {
          assertThat(sumBefore(course, metric)).as(as + metric).isEqualTo(before);
        }
        assertThat(sumBefore(sites, metric)).as(as).isEqualTo(before);
      }
    }
    long visits = summary.path("now").path("visits").asLong();
    assertThat(visits).as(as).isEqualTo(recount(reader, true));
    if (compared) {
      assertThat(summary.path("before").path("visits").asLong())
          .as(as)
          .isEqualTo(recountBefore(reader, true));
    }
    assertThat(summary.path("hiddenSites").asInt() > 0).as(as).isEqualTo(reader.isPartial());
    checkFiles(reader, as, visits, summary.path("before").path("visits").asLong());
    checkOverview(reader, as);
  }

  private static void checkOverview(Reader reader, String as) throws Exception {
    JsonNode overview = reader.get("/overview?compare=year&");
    JsonNode all = overview.path("all");
    for (String period : List.of("month", "year")) {
      for (String sums : List.of("now", "before")) {
        long sum = 0;
        for (JsonNode site : overview.path("sites")) {
          sum += site.path(period).path(sums).path("visits").asLong();
        }
        assertThat(all.path(period).path(sums).path("visits").asLong()).as(as).isEqualTo(sum);
      }
    }
    var whole = new ReportRequest("all", "2026", Comparison.NONE, Map.of());
    var hidden = new ArrayList<>(NaiveReports.listed(whole).keySet());
    hidden.removeAll(reader.seen().stream().map(Site::id).toList());
    assertThat(all.path("hiddenSites").asInt()).as(as).isEqualTo(hidden.size());
    int inGroups = 0;
    for (JsonNode group : overview.path("groups")) {
      inGroups += group.path("hiddenSites").asInt();
    }
    assertThat(inGroups).as(as).isLessThanOrEqualTo(hidden.size());
  }

  private static void checkFiles(Reader reader, String as, long visits, long before)
      throws Exception {
    for (String report : List.of("course?", "breakdown?dimension=site&limit=100&")) {
      String path = "/reports/" + report + reader.request().query();
      List<String> lines = reader.manager().get(path + "&format=csv").body().lines().toList();
      assertThat(column(lines, VISITS)).as(as + report).isEqualTo(visits);
      if (before > 0) {
        assertThat(column(lines, BEFORE)).as(as + report).isEqualTo(before);
      }
      var rows = lines.subList(1, lines.size());
      assertThat(rows.stream().allMatch(line -> line.endsWith(reader.partial())))
          .as(as + report)
          .isEqualTo(reader.isPartial() || rows.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {201, 202, 203, 204, 205, 206})
  void theReviewItsPdfAndItsWorkbookDoSoToo(long seed) throws Exception {
    var random = new Random(seed);
    Reader reader = reader(random, "v" + seed);
    while (reader.request().scope().startsWith("site:")
        || reader.inScope(reader.seen()).isEmpty()) {
      reader = reader(random, "v" + seed);
    }
    String path = "/review?" + reader.request().query();
    boolean merged = !reader.request().period().to().isBefore(MERGER);
    long visits = recount(reader, merged);
    JsonNode review = reader.get("/review?");
    JsonNode figures = review.path("sections").path(0).path("sheets").path(0).path("rows");
    assertThat(figures.path(0).path(1).asLong()).isEqualTo(visits);
    boolean compared = figures.path(0).size() > 2;
    long before = recountBefore(reader, merged);
    assertThat(figures.path(0).path(2).asLong()).as(path).isEqualTo(before);
    assertThat(review.path("title").asText().contains(reader.partial()))
        .isEqualTo(reader.isPartial());

    var http = reader.manager();
    byte[] pdf = http.bytes(path + "&format=pdf");
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains(Language.VI.number(visits));
      if (reader.isPartial()) {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
          var stripper = new PDFTextStripper();
          stripper.setStartPage(page);
          stripper.setEndPage(page);
          assertThat(stripper.getText(document).replaceAll("\\s+", " "))
              .as("page " + page)
              .contains(reader.partial());
        }
      }
      if (!sheet(review, "sites").isMissingNode()) {
        assertThat(printed(text, sheet(review, "sites"), false))
            .as("PDF " + path)
            .isEqualTo(visits);
        if (compared) {
          assertThat(printed(text, sheet(review, "sites"), true))
              .as("PDF " + path)
              .isEqualTo(before);
        }
      }
    }
    JsonNode bySite = sheet(review, "sites");
    byte[] workbook = http.bytes(path + "&format=xlsx");
    assertThat(column(workbook, "Diễn biến chi tiết", VISITS)).as("XLSX " + path).isEqualTo(visits);
    if (!bySite.isMissingNode()) {
      assertThat(sumOf(bySite, "visits")).isEqualTo(visits);
      assertThat(column(workbook, bySite.path("title").asText(), VISITS)).isEqualTo(visits);
    }
    if (compared) {
      checkBefore(review, workbook, path, before);
    }
  }

  private static void checkBefore(JsonNode review, byte[] workbook, String as, long before)
      throws IOException {
    assertThat(column(workbook, "Diễn biến chi tiết", BEFORE)).as("XLSX " + as).isEqualTo(before);
    for (String part : List.of("months", "sites")) {
      JsonNode sheet = sheet(review, part);
      if (!sheet.isMissingNode()) {
        assertThat(sumOf(sheet, "visitsBefore")).as(part + as).isEqualTo(before);
        assertThat(column(workbook, sheet.path("title").asText(), BEFORE))
            .as("XLSX " + part + as)
            .isEqualTo(before);
      }
    }
  }

  /**
   * Sums the visits that a PDF prints in the rows of the sites: rank, name, visits, compared ones.
   *
   * @param before sums the compared ones, of which a site that was not counted has a dash
   */
  private static long printed(String text, JsonNode sites, boolean before) {
    String line = text.replaceAll("\\s+", " ");
    long sum = 0;
    for (JsonNode row : sites.path("rows")) {
      String start = row.path(0).asText() + " " + row.path(1).asText() + " ";
      var visits = Pattern.compile(Pattern.quote(start) + "([0-9.]+) ([0-9.]+|\\S+)").matcher(line);
      assertThat(visits.find()).as(start + line).isTrue();
      String figure = visits.group(before ? 2 : 1).replace(".", "");
      sum += figure.matches("[0-9]+") ? Long.parseLong(figure) : 0;
    }
    return sum;
  }

  /** Sums a column in a sheet of a workbook. */
  private static long column(byte[] workbook, String title, String name) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      Sheet sheet = book.findSheet(title).orElseThrow();
      int column = -1;
      long sum = 0;
      for (Row row : sheet.read()) {
        for (Cell cell : row) {
          if (cell != null && cell.getText().equals(name)) {
            column = cell.getColumnIndex();
          } else if (cell != null
              && cell.getColumnIndex() == column
              && cell.getType() == CellType.NUMBER) {
            sum += cell.asNumber().longValueExact();
          }
        }
      }
      assertThat(column).as(title).isNotNegative();
      return sum;
    }
  }

  private static Reader reader(Random random, String account) {
    var seen = Portals.SITES.stream().filter(site -> random.nextInt(3) > 0).toList();
    var grants =
        seen.stream()
            .map(site -> new Grant(Scope.site(site.id()), Role.VIEWER))
            .toArray(Grant[]::new);
    var asked = ReportRequest.random(random, pulse.portals);
    Comparison comparison = asked.comparison();
    var request = new ReportRequest(asked.scope(), asked.text(), comparison, Map.of());
    return new Reader(Manager.program(pulse.dashboard, account, grants), seen, request);
  }

  /** The visits of the sites that the reader sees, of which predecessors are a part. */
  private static long recount(Reader reader, boolean merged) {
    var naive = new NaiveReports(pulse.portals);
    var members = members(reader, merged);
    return today(members)
        .flatMap(reader.request().period()::begun)
        .map(range -> naive.events(reader.request(), members, range, false))
        .map(NaiveFigures::sums)
        .map(sums -> sums.visits())
        .orElse(0L);
  }

  /** The visits to compare them with. */
  private static long recountBefore(Reader reader, boolean merged) {
    var naive = new NaiveReports(pulse.portals);
    var members = members(reader, merged);
    ReportRequest request = reader.request();
    return today(members)
        .flatMap(today -> request.period().compared(request.comparison(), today))
        .map(range -> naive.comparedEvents(request, members, range, false))
        .map(NaiveFigures::sums)
        .map(sums -> sums.visits())
        .orElse(0L);
  }

  private static List<Site> members(Reader reader, boolean merged) {
    var members = new ArrayList<Site>();
    NaiveReports.listed(reader.request(), merged)
        .forEach(
            (id, all) -> {
              if (reader.seen().stream().anyMatch(site -> site.id().equals(id))) {
                members.addAll(all);
              }
            });
    return members;
  }

  private static Optional<LocalDate> today(List<Site> members) {
    return members.stream().map(site -> site.dayAt(Portals.NOW)).max(Comparator.naturalOrder());
  }

  private static long sum(JsonNode rows, String metric) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.path(metric).asLong();
    }
    return sum;
  }

  private static long sumBefore(JsonNode report, String metric) {
    long sum = sum(report.path("unmatched"), metric);
    for (JsonNode row : report.has("points") ? report.path("points") : report.path("values")) {
      sum += row.path("before").path(metric).asLong();
    }
    return sum;
  }

  /** Sums a column of a CSV file. */
  private static long column(List<String> lines, String name) {
    int index = List.of(lines.get(0).replace("\uFEFF", "").split(";", -1)).indexOf(name);
    return lines.stream()
        .skip(1)
        .map(line -> line.split(";", -1)[index])
        .filter(cell -> !cell.isEmpty())
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static JsonNode sheet(JsonNode review, String id) {
    for (JsonNode section : review.path("sections")) {
      for (JsonNode sheet : section.path("sheets")) {
        if (sheet.path("id").asText().equals(id)) {
          return sheet;
        }
      }
    }
    return Json.MAPPER.missingNode();
  }

  private static long sumOf(JsonNode sheet, String column) {
    int index = sheet.path("columns").findValuesAsText("id").indexOf(column);
    long sum = 0;
    for (JsonNode row : sheet.path("rows")) {
      sum += row.path(index).asLong();
    }
    return sum;
  }
}
