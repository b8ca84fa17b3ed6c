package io.sitepulse.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sitepulse.dashboard.http.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported files, read back with other libraries. */
class FilesTest {
  @TempDir Path folder;

  private static final LocalDate DAY = LocalDate.parse("2026-06-30");
  private static final List<ExportTable.Column> COLUMNS =
      List.of(
          new ExportTable.Column("page", "Trang", ColumnKind.TEXT),
          new ExportTable.Column("day", "Ngày", ColumnKind.DAY),
          new ExportTable.Column("visits", "Lượt truy cập", ColumnKind.COUNT),
          new ExportTable.Column("share", "Tỷ lệ", ColumnKind.SHARE),
          new ExportTable.Column("change", "Tăng, giảm", ColumnKind.CHANGE),
          new ExportTable.Column("engaged", "Thời gian xem", ColumnKind.DURATION));
  private static final ExportTable SHEET =
      sheet(
          ExportTable.row(
              "Thủ tục; \"một cửa\", \n2 dòng", DAY, 2_756_838L, 0.425, -0.054, 7_325_000L),
          ExportTable.row(null, null, null, null, null, null));

  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  private static ExportTable sheet(List<@Nullable Object>... rows) {
    return new ExportTable("pages", "Nội dung được quan tâm", COLUMNS, List.of(rows));
  }

  @Test
  void csvBeginsWithAByteOrderMark() throws Exception {
    assertThat(csvBytes(SHEET, Language.VI)).startsWith(0xEF, 0xBB, 0xBF).endsWith('\r', '\n');
  }

  @Test
  void csvInVietnameseHasSemicolonsAndDecimalCommas() throws Exception {
    var rows = csv(SHEET, Language.VI, ';');
    assertThat(rows.get(0))
        .containsExactly(
            "Trang", "Ngày", "Lượt truy cập", "Tỷ lệ", "Tăng, giảm", "Thời gian xem (giây)");
    assertThat(rows.get(1))
        .containsExactly(
            "Thủ tục; \"một cửa\", \n2 dòng", "2026-06-30", "2756838", "0,425", "-0,054", "7325");
    assertThat(rows.get(2)).containsOnly("");
  }

  @Test
  void csvInEnglishIsRfc4180() throws Exception {
    var rows = csv(SHEET, Language.EN, ',');
    assertThat(rows.get(1))
        .containsExactly(
            "Thủ tục; \"một cửa\", \n2 dòng", "2026-06-30", "2756838", "0.425", "-0.054", "7325");
  }

  @Test
  void csvEscapesFormulas() throws Exception {
    for (String text :
        List.of(
            "=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\")")) {
      var rows = csv(sheet(ExportTable.row(text, null, null, null, null, null)), Language.VI, ';');
      assertThat(rows.get(1)).first().isEqualTo("'" + text);
    }
  }

  @ParameterizedTest
  @MethodSource("textsThatSpreadsheetsConvert")
  void textsThatASpreadsheetWouldConvertStayTexts(String text) throws Exception {
    var table = sheet(ExportTable.row(text, DAY, 1L, 0.5, 0.5, 0L));

    assertThat(csv(table, Language.VI, ';').get(1)).first().isEqualTo("'" + text);
    assertThat(csv(table, Language.EN, ',').get(1)).first().isEqualTo("'" + text);
    Row row = xlsx(export(table), 0).get(1);
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellAsString(0)).contains(text);
  }

  static Stream<String> textsThatSpreadsheetsConvert() {
    return Stream.of(
        "1-2",
        "03/04",
        "0012",
        "1E5",
        "1/2",
        "=1+1",
        "+84912345678",
        "TRUE",
        "false", // named kinds
        "12345678901234567890",
        "2026-11",
        "11/2026",
        "1.2.3",
        "31.12",
        "2026-11-28 10:30",
        "1e-5",
        "1.5E+3",
        "2D3",
        "1,5",
        "1.234.567",
        "1 234",
        "1\u00A0234",
        "00",
        "-0",
        "1-Jan",
        "Jan 1",
        "MAR-1",
        "1 sept 2026",
        "Dec. 24",
        "tháng 3 2026",
        "ngày 1/2",
        "10:30",
        "10:30 PM",
        "9 a.m.",
        "8:15 SA",
        "50%",
        "$5",
        "5 ₫",
        "100đ",
        "(5)",
        ".5",
        "5.",
        " 12",
        "12 ",
        "１２",
        "٣",
        "1 1/2",
        "#N/A",
        "#DIV/0!",
        "#REF!",
        "@SUM(A1)",
        " =1",
        "'1",
        "'quoted'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/1/2",
        "/03/04?id=1",
        "/tin-tức",
        "Chrome",
        "Windows 10",
        "24h.com.vn",
        "1 trang",
        "Sở Nội vụ",
        "Điều 5",
        "true story",
        "May",
        "March",
        "a",
        "d",
        "E",
        "",
        "site:1.vn",
        "2 Fast",
        "Số 1-2",
        "a=b",
        "Q4 2026",
        "Quý 4",
      })
  void otherTextsHaveNoMark(String text) throws Exception {
    var table = sheet(ExportTable.row(text, DAY, 1L, 0.5, 0.5, 0L));

    assertThat(csv(table, Language.EN, ',').get(1)).first().isEqualTo(text);
  }

  @Test
  void csvWritesTinyAndHugeNumbersWithoutExponents() throws Exception {
    var rows =
        csv(
            sheet(ExportTable.row("a", null, Long.MAX_VALUE, 0.0000004, 123456.0, 0L)),
            Language.EN,
            ',');
    assertThat(rows.get(1)).containsExactly("a", "", "9223372036854775807", "0", "123456", "0");
  }

  @Test
  void workbookHasTypedCells() throws Exception {
    var rows = xlsx(export(SHEET), 0);
    Row row = rows.get(1);
    assertThat(row.getCellAsString(0)).contains("Thủ tục; \"một cửa\", \n2 dòng");
    assertThat(row.getCellAsDate(1).orElseThrow().toLocalDate()).isEqualTo(DAY);
    assertThat(row.getCellAsNumber(2)).contains(BigDecimal.valueOf(2_756_838));
    assertThat(row.getCellAsNumber(3)).contains(new BigDecimal("0.425"));
    assertThat(row.getCellAsNumber(4)).contains(new BigDecimal("-0.054"));
    assertThat(row.getCellAsNumber(5).orElseThrow().doubleValue()).isEqualTo(7_325 / 86_400.0);
    assertThat(row.getCell(3).getDataFormatString()).isEqualTo("0.0%");
    assertThat(row.getCell(2).getDataFormatString()).isEqualTo("#,##0");
  }

  @Test
  void timesAreTypedCellsInEveryLanguage() throws Exception {
    var time = LocalDateTime.parse("2026-11-22T15:06:31");
    var columns = List.of(new ExportTable.Column("at", "Thời điểm", ColumnKind.TIME));
    var exportTable =
        new ExportTable("history", "Diễn biến", columns, List.of(ExportTable.row(time)));
    assertThat(csv(exportTable, Language.VI, ';').get(1)).containsExactly("2026-11-22 15:06");
    assertThat(csv(exportTable, Language.EN, ',').get(1)).containsExactly("2026-11-22 15:06");
    Row row = xlsx(export(exportTable), 0).get(1);
    assertThat(row.getCellAsDate(0).orElseThrow()).isCloseTo(time, within(1, ChronoUnit.SECONDS));
    assertThat(row.getCell(0).getDataFormatString()).isEqualTo("dd/mm/yyyy hh:mm");
  }

  @Test
  void limitsTheRowHeightOfLongFacts() throws Exception {
    var facts = List.of(new Export.Fact("Nội dung", "lượt truy cập ".repeat(400)));
    var export = new Export(Language.VI, "Báo cáo", facts, List.of(SHEET));
    assertThat(xlsx(export, 1).get(1).getCellAsString(1).orElseThrow()).hasSize(5_600);
  }

  @Test
  void workbookTextsAreNeverFormulasAndControlCharactersAreReplaced() throws Exception {
    var rows =
        xlsx(
            export(
                sheet(
                    ExportTable.row("=1+1", null, null, null, null, null),
                    ExportTable.row("a\u0000\u001bb<&\uFFFF😀", null, null, null, null, null),
                    ExportTable.row("x".repeat(40_000), null, null, null, null, null))),
            0);
    assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(rows.get(1).getCell(0).getFormula()).isNull();
    assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
    assertThat(rows.get(2).getCellText(0)).isEqualTo("a\uFFFD\uFFFDb<&\uFFFD😀");
    assertThat(rows.get(3).getCellText(0)).hasSize(32_767);
  }

  @Test
  void onlyCharactersOfXmlAreKept() {
    assertThat(XmlText.legal("\t\n\rế😀\uE000\uFFFD")).isEqualTo("\t\n\rế😀\uE000\uFFFD");
    for (String odd :
        List.of("\u0000", "\u000b", "\u001f", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00")) {
      assertThat(XmlText.legal("a" + odd + "b")).isEqualTo("a\uFFFDb");
    }
    assertThat(XmlText.legal("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
  }

  @Test
  void workbookSheetNamesAreValidInExcel() throws Exception {
    String[] titles = {
      "Từng đơn vị: số liệu [so sánh] của các sở, ngành", "A/B*C?", "a/b*c?", "'", "History"
    };
    var sheets = new ArrayList<ExportTable>();
    for (String title : titles) {
      sheets.add(new ExportTable("x", title, COLUMNS, List.of()));
    }
    try (var book = book(new Export(Language.VI, "t", List.of(), sheets))) {
      var names = book.getSheets().map(exportTable -> exportTable.getName()).toList();
      assertThat(names).hasSize(6).allMatch(name -> name.length() <= 31);
      assertThat(names).noneMatch(name -> name.matches(".*[\\[\\]:*?/\\\\].*"));
      assertThat(names.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
      assertThat(names).last().isEqualTo("Thông tin");
    }
  }

  @Test
  void workbookFreezesItsHeaderAndHasATitle() throws Exception {
    byte[] bytes = xlsxBytes(export(SHEET));
    assertThat(entry(bytes, "xl/worksheets/sheet1.xml"))
        .contains("state=\"frozen\"")
        .contains("topLeftCell=\"A2\"");
    assertThat(entry(bytes, "docProps/core.xml")).contains("N&#x1ed9;i dung &amp; trang");
  }

  @Test
  void rejectsARowThatDoesNotMatchItsColumns() {
    assertThatThrownBy(() -> sheet(ExportTable.row("a"))).hasMessageContaining("1 cells for 6");
    assertThatThrownBy(() -> sheet(ExportTable.row("a", "b", null, null, null, null)))
        .hasMessageContaining("column day");
  }

  @Test
  void fileNamesHaveAnAsciiFallback() {
    assertThat(FileFormat.PDF.disposition("Báo cáo 6 tháng đầu năm/2026 của Sở \"Y tế\"", false))
        .isEqualTo(
            "attachment; filename=\"Bao-cao-6-thang-dau-nam-2026-cua-So-Y-te.pdf\";"
                + " filename*=UTF-8''B%C3%A1o%20c%C3%A1o%206%20th%C3%A1ng%20%C4%91%E1%BA%A7u%20n%C4%83m-2026"
                + "%20c%E1%BB%A7a%20S%E1%BB%9F%20-Y%20t%E1%BA%BF-.pdf");
    assertThat(FileFormat.CSV.disposition("日本\r\nX-Evil: 1", false))
        .doesNotContain("\r")
        .startsWith("attachment; filename=\"X-Evil-1.csv\"");
  }

  @Test
  void rejectsAnUnknownFormatAndListsTheAllowedOnes() {
    var offered = Set.of(FileFormat.CSV, FileFormat.XLSX);
    assertThat(FileFormat.parse(null, offered)).isEmpty();
    assertThat(FileFormat.parse("xlsx", offered)).contains(FileFormat.XLSX);
    assertThatThrownBy(() -> FileFormat.parse("pdf", offered))
        .hasMessage("format must be json, csv or xlsx");
  }

  @Test
  void formatsFiguresInBothLanguages() {
    assertThat(NumberFormat.change(Language.VI, 0.1234)).isEqualTo("+12,3%");
    assertThat(NumberFormat.change(Language.VI, -0.05)).isEqualTo("−5,0%");
    assertThat(NumberFormat.change(Language.VI, -0.0001)).isEqualTo("0,0%");
    assertThat(NumberFormat.duration(Language.VI, 59_999)).isEqualTo("59 giây");
    assertThat(NumberFormat.duration(Language.VI, 125_000)).isEqualTo("2 phút 05 giây");
    assertThat(NumberFormat.duration(Language.EN, 4_334_700_000L)).isEqualTo("1,204 h 05 min");
    assertThat(NumberFormat.day(Language.VI, DAY)).isEqualTo("30/06/2026");
    assertThat(ColumnKind.COUNT.text(Language.VI, null)).isEqualTo("–");
  }

  private static Export export(ExportTable exportTable) {
    var about = List.of(new Export.Fact("Phạm vi", "=Tất cả"));
    return new Export(Language.VI, "Nội dung & trang", about, List.of(exportTable));
  }

  private static byte[] csvBytes(ExportTable exportTable, Language language) throws IOException {
    var out = new ByteArrayOutputStream();
    CsvFile.write(exportTable, language, out);
    return out.toByteArray();
  }

  private static List<List<String>> csv(ExportTable exportTable, Language language, char delimiter)
      throws IOException {
    String text = new String(csvBytes(exportTable, language), StandardCharsets.UTF_8).substring(1);
    var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    return format.parse(new StringReader(text)).stream().map(CSVRecord::toList).toList();
  }

  private static byte[] xlsxBytes(Export export) throws IOException {
    var out = new ByteArrayOutputStream();
    XlsxFile.write(export, out);
    return out.toByteArray();
  }

  private static ReadableWorkbook book(Export export) throws IOException {
    return new ReadableWorkbook(
        new ByteArrayInputStream(xlsxBytes(export)),
        new org.dhatim.fastexcel.reader.ReadingOptions(true, false));
  }

  private static List<Row> xlsx(Export export, int exportTable) throws IOException {
    try (var book = book(export)) {
      return book.getSheet(exportTable).orElseThrow().read();
    }
  }

  private String entry(byte[] zip, String name) throws IOException {
    Path file = Files.write(folder.resolve("book.xlsx"), zip);
    try (var book = new ZipFile(file.toFile());
        var in = book.getInputStream(book.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
