package io.sitepulse.ingest.useragent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** User agents with their right answers: those that people reported, and those of public lists. */
class UserAgentTablesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final double SCORE = 0.98;

  /** They name hardly any old phone. Such texts are rare and usually wait for an analyzer. */
  private static final double SCORE_OF_SIMPLE_RULES = 0.9;

  private static YauaaUserAgentParser agents;

  @BeforeAll
  static void build() {
    agents = YauaaUserAgentParser.forReplay(VERTX, 1_000);
  }

  @AfterAll
  static void close() {
    agents.close();
    VERTX.close().await();
  }

  @ParameterizedTest
  @MethodSource("reported")
  void reportedUserAgentsAreClassifiedRight(Row row) throws Exception {
    Agent agent = agents.of(row.userAgent()).await();
    assertThat(row.wrong(agent)).as("%s of %s", agent, row.userAgent()).isEmpty();
  }

  @Test
  void peopleAndBotsOfPublicListsAreToldApart() throws Exception {
    List<Row> rows = publicRows();
    assertThat(rows).hasSize(500);
    assertThat(rows).filteredOn(row -> !row.bot()).hasSizeGreaterThanOrEqualTo(200);
    assertScore("robot or person", SCORE, rows, row -> row.bot() == isBot(row));
    assertScore(
        "browser",
        SCORE,
        rows.stream().filter(row -> !row.bot() && !row.browser().equals("*")).toList(),
        row -> row.fits(row.browser(), agents.of(row.userAgent()).await().browser()));
  }

  @Test
  void theSimpleRulesAloneTellPeopleAndBotsApart() throws Exception {
    assertScore(
        "robot or person by simple rules",
        SCORE_OF_SIMPLE_RULES,
        publicRows(),
        row -> row.bot() == (UserAgentRules.fallback(row.userAgent()).bot() != null));
  }

  @Test
  void namesAreThoseOfProducts() throws Exception {
    var token = Pattern.compile("\\d{4}|[/;]|^.$");
    assertThat(Stream.concat(reported(), publicRows().stream()))
        .extracting(row -> agents.of(row.userAgent()).await())
        .allSatisfy(
            agent -> {
              assertThat(Objects.requireNonNullElse(agent.bot(), "none")).doesNotContain("Hacker");
              assertThat(
                      Stream.of(agent.browser(), Objects.requireNonNullElse(agent.bot(), "none")))
                  .noneMatch(name -> token.matcher(name).find());
            });
  }

  static Stream<Row> reported() throws Exception {
    return lines("reported-user-agents.tsv")
        .map(row -> new Row(row[0], row[1].equals("yes"), row[2], row[3], row[4]));
  }

  private static List<Row> publicRows() throws Exception {
    return lines("public-user-agents.tsv")
        .map(row -> new Row(row[0], row[1].equals("yes"), row[2], "*", "*"))
        .toList();
  }

  private static Stream<String[]> lines(String file) throws Exception {
    try (InputStream table =
        Objects.requireNonNull(UserAgentTablesTest.class.getResourceAsStream(file))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1));
    }
  }

  private static boolean isBot(Row row) {
    return agents.of(row.userAgent()).await().bot() != null;
  }

  private static void assertScore(
      String what, double least, List<Row> rows, Function<Row, Boolean> right) {
    List<Row> wrong = rows.stream().filter(row -> !right.apply(row)).toList();
    double score = 1 - (double) wrong.size() / rows.size();
    System.out.printf("user agents, %s: %.1f %% of %d%n", what, 100 * score, rows.size());
    assertThat(score).as("%s; wrong: %s", what, wrong).isGreaterThanOrEqualTo(least);
  }

  /** A row of a table. In the answers {@code |} separates right ones and {@code *} is any. */
  record Row(String userAgent, boolean bot, String browser, String system, String device) {
    List<String> wrong(Agent agent) {
      return Stream.of(
              bot == (agent.bot() != null) ? "" : "bot",
              fits(browser, agent.browser()) ? "" : "browser",
              fits(system, agent.system()) ? "" : "system",
              fits(device, agent.device()) ? "" : "device")
          .filter(field -> !field.isEmpty())
          .toList();
    }

    boolean fits(String right, String found) {
      return right.equals("*") || List.of(right.split("\\|")).contains(found);
    }
  }
}
