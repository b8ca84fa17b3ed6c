package io.sitepulse.dashboard.review.issued;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.dashboard.review.document.Chart;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs reviews for their topic: JSON, compressed with gzip, in Base64. Every cell has the same
 * value after unpacking.
 */
final class ReviewCodec {
  private ReviewCodec() {}

  static String pack(Review review) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("language", review.language().tag());
    root.set("titlePage", Json.MAPPER.valueToTree(review.titlePage()));
    root.put("scope", review.scope().toString());
    root.set("period", Json.MAPPER.valueToTree(review.period()));
    root.put("sample", review.sample());
    ArrayNode sections = root.putArray("sections");
    review.sections().forEach(section -> sections.add(section(section)));
    root.set("details", tables(review.details()));
    root.set("letterhead", Json.MAPPER.valueToTree(review.letterhead()));
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(Json.MAPPER.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /**
   * Unpacks a review.
   *
   * @throws UncheckedIOException if the text is not a packed review
   */
  static Review unpack(String packed) {
    try (var gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      JsonNode root = Json.MAPPER.readTree(gzip.readAllBytes());
      return new Review(
          Language.of(root.path("language").asText()),
          value(root.path("titlePage"), Review.TitlePage.class),
          Scope.parse(root.path("scope").asText()),
          value(root.path("period"), PeriodResponse.class),
          root.path("sample").asBoolean(),
          list(root.path("sections"), ReviewCodec::section),
          list(root.path("details"), ReviewCodec::table),
          // Reviews that were issued before have none.
          root.has("letterhead")
              ? value(root.path("letterhead"), Letterhead.class)
              : Letterhead.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode section(Review.Section section) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("id", section.id());
    node.put("heading", section.heading());
    node.set("paragraphs", Json.MAPPER.valueToTree(section.paragraphs()));
    node.set("sheets", tables(section.sheets()));
    node.set("charts", Json.MAPPER.valueToTree(section.charts()));
    return node;
  }

  private static Review.Section section(JsonNode node) {
    return new Review.Section(
        node.path("id").asText(),
        node.path("heading").asText(),
        list(node.path("paragraphs"), JsonNode::asText),
        list(node.path("sheets"), ReviewCodec::table),
        list(node.path("charts"), chart -> value(chart, Chart.class)));
  }

  private static ArrayNode tables(List<ExportTable> tables) {
    ArrayNode nodes = Json.MAPPER.createArrayNode();
    for (ExportTable table : tables) {
      ObjectNode node = nodes.addObject();
      node.put("id", table.id());
      node.put("title", table.title());
      node.set("columns", Json.MAPPER.valueToTree(table.columns()));
      ArrayNode rows = node.putArray("rows");
      for (List<@Nullable Object> row : table.rows()) {
        ArrayNode cells = rows.addArray();
        row.forEach(cell -> cells.add(cell(cell)));
      }
    }
    return nodes;
  }

  private static ExportTable table(JsonNode node) {
    List<ExportTable.Column> columns =
        list(node.path("columns"), column -> value(column, ExportTable.Column.class));
    return new ExportTable(
        node.path("id").asText(),
        node.path("title").asText(),
        columns,
        list(node.path("rows"), row -> cells(row, columns)));
  }

  private static List<@Nullable Object> cells(JsonNode row, List<ExportTable.Column> columns) {
    var cells = new ArrayList<@Nullable Object>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(row.path(i), columns.get(i).kind()));
    }
    return cells;
  }

  private static JsonNode cell(@Nullable Object cell) {
    return cell instanceof Number
        ? Json.MAPPER.valueToTree(cell)
        : Json.MAPPER.valueToTree(cell == null ? null : cell.toString());
  }

  private static @Nullable Object cell(JsonNode cell, ColumnKind kind) {
    if (cell.isNull()) {
      return null;
    }
    return switch (kind) {
      case TEXT -> cell.asText();
      case COUNT, DURATION -> cell.asLong();
      case SHARE, CHANGE -> cell.asDouble();
      case DAY -> LocalDate.parse(cell.asText());
      case TIME -> LocalDateTime.parse(cell.asText());
    };
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    var list = new ArrayList<T>();
    array.forEach(node -> list.add(read.apply(node)));
    return list;
  }

  private static <T> T value(JsonNode node, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
