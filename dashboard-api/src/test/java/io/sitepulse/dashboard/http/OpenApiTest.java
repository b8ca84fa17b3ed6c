package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.runtime.ArchitectureRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final String BASE =
      """
      openapi: 3.1.0
      info:
        title: t
      tags:
        - name: a
      paths:
        /a:
          get: {}
      components:
        responses:
          Done: {description: Done}
        schemas:
          A: {type: string}
      """;

  /** Bodies of the ingest module, and one that has no record. */
  private static final Set<String> ELSEWHERE =
      Set.of("IncomingEvent", "EventsResponse", "HealthResponse");

  @Test
  void mergesPartsIntoOneDocument() throws Exception {
    String text =
        OpenApi.merge(
            BASE,
            """
            # A comment.
            tags:
              - name: b
                description: 'b: bee'
            paths:
              /b/{x}:
                put: {}
                delete: {}
            components:
              schemas:
                A: {type: string}
                B:
                  type: object
                  properties:
                    a: {$ref: '#/components/schemas/A'}
              securitySchemes:
                key: {type: http}
            """);
    var read = new YAMLMapper().readTree(text);
    assertThat(text).startsWith("openapi: 3.1.0\n").doesNotContain("comment");
    assertThat(read.at("/tags/1/description").asText()).isEqualTo("b: bee");
    assertThat(read.at("/paths").size()).isEqualTo(2);
    assertThat(read.at("/paths/~1b~1{x}").has("delete")).isTrue();
    assertThat(read.at("/components/schemas/B/properties/a").has("$ref")).isTrue();
    assertThat(read.at("/components/responses/Done").isMissingNode()).isFalse();
    assertThat(read.at("/components/securitySchemes/key/type").asText()).isEqualTo("http");
    assertThat(text.split(" A:", -1)).hasSize(2);
  }

  @Test
  void refusesTwoDefinitionsOfOneName() {
    assertThatThrownBy(
            () -> OpenApi.merge(BASE, "components:\n  schemas:\n    A: {type: integer}\n"))
        .hasMessageContaining("A");
    assertThatThrownBy(() -> OpenApi.merge(BASE, "paths:\n  /a:\n    get: {summary: other}\n"))
        .hasMessageContaining("/a");
  }

  @Test
  void refusesAPartWithOtherSections() {
    assertThatThrownBy(() -> OpenApi.merge(BASE, "info:\n  title: mine\n"))
        .hasMessageContaining("tags, paths and components");
  }

  /** A test of the dashboard checks that it has a text for each code of the document. */
  @Test
  void theDocumentListsEveryValidationRule() throws Exception {
    var codes = new YAMLMapper().readTree(OpenApi.text()).at("/components/schemas/Rule/enum");
    assertThat(codes)
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(Rule.values()).map(Rule::label).toList());
  }

  @Test
  void theDocumentListsEveryDimensionAndEveryFilterOfEachReport() throws Exception {
    JsonNode document = new YAMLMapper().readTree(OpenApi.text());
    assertThat(document.at("/components/schemas/Dimension/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(Dimension.values()).map(Dimension::label).toList());
    var filters =
        Dimension.filtering().stream()
            .map(filter -> filter == Dimension.LANGUAGE ? "visitLanguage" : filter.label())
            .toList();
    for (String report : List.of("summary", "course", "hours", "breakdown", "ledger")) {
      assertThat(document.at("/paths/~1api~1manage~1reports~1" + report + "/get/parameters"))
          .as(report)
          .extracting(
              parameter ->
                  document.at(parameter.path("$ref").asText("#").substring(1) + "/name").asText())
          .containsAll(filters);
    }
  }

  /** A nested record is named alone, or after the record that it is nested in. */
  @Test
  void aSchemaHasTheNameOfItsJavaType() throws Exception {
    var names = new HashSet<String>();
    for (JavaClass type : ArchitectureRules.mainClasses("io.sitepulse")) {
      String nested = type.getSimpleName();
      names.add(nested);
      type.getEnclosingClass()
          .ifPresent(outer -> names.add(outer.getSimpleName().replace("Response", "") + nested));
    }
    var schemas = new TreeSet<String>();
    new YAMLMapper()
        .readTree(OpenApi.text())
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              JsonNode content = schema.getValue();
              if (content.has("properties") || content.has("allOf") || content.has("enum")) {
                schemas.add(schema.getKey());
              }
            });
    assertThat(schemas).contains("Summary", "OverviewLine", "ManagedPollResponse", "Rule");
    schemas.removeAll(ELSEWHERE);
    schemas.removeAll(names);

    assertThat(schemas).isEmpty();
  }

  @Test
  void theDocumentHasEveryPart() throws Exception {
    var folder =
        Objects.requireNonNull(
            OpenApi.class.getResource("/io/sitepulse/dashboard/openapi/manage.yaml"));
    try (var files = Files.list(Path.of(folder.toURI()).resolveSibling("."))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(OpenApi.PARTS);
    }
  }
}
