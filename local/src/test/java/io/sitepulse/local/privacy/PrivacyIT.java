package io.sitepulse.local.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.AuthenticatorApp;
import io.sitepulse.local.HttpUser;
import io.sitepulse.local.OnePoll;
import io.sitepulse.local.Reader;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.runtime.kafka.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Neither personal data nor secrets are kept, except where they must be: a whole installation is
 * used, then its logs, topics, tables and files are searched.
 */
class PrivacyIT {
  private static final String SITE = "privacy";
  private static final String POLL = "privacy-poll";

  /** Searched too, and must be found, or the search finds nothing at all. */
  private static final String TITLE = "Thông báo số 4471 của kiểm thử";

  private static final String NAME = "Nguyễn Thị Kiểm Thử";
  private static final String LOGGED = "this line of the log is searched 58213";

  private static final String PEER = "127.83.45.99";
  private static final String IPV4 = "203.0.113.217";
  private static final String FORWARDED = "198.51.100.143";
  private static final String IPV6 = "2001:db8:7a31:9c4f:5bd2:e687:1f3a:8c6d";

  private static final String AGENT =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 Vt7mQx2Lk";
  private static final String BOT = "Mozilla/5.0 (compatible; Qk7Zbot/3.1; +https://x/Wq8Lr5Tn)";
  private static final String MANAGER_AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36 Zr4Kp9tNw";

  private static final String PASSWORD = "một mật khẩu rất riêng 7431";
  private static final String NEXT_PASSWORD = "mật khẩu thứ hai, cũng riêng 9052";
  private static final String WRONG_PASSWORD = "mật khẩu bị gõ nhầm 3317";
  private static final String AS_LOGIN = "a-password-in-the-wrong-field-6604";

  private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]+)\"");

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.sitepulse");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SearchTerms terms = new SearchTerms();
  private final Map<String, String> secrets = new TreeMap<>();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    log.start();
    ours.setLevel(Level.TRACE);
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    ours.setLevel(Level.INFO);
  }

  @Test
  void neitherPersonalDataNorSecretsAreKept() throws Exception {
    Path data = folder.resolve("data");
    StoredPlaces places;
    try (var pulse = Sitepulse.start(options(data))) {
      visit(pulse);
      vote(pulse);
      manage(pulse);
      misplaceSecrets(pulse);
      awaitStored(pulse);
      ours.info(LOGGED);

      addTerms(pulse);
      places = new StoredPlaces(terms);
      places.topics(pulse.kafka());
      places.tables(pulse.clickHouse());
      var operator = new HttpUser(pulse.url(), "127.0.0.1");
      places.search("metrics", operator.get("/metrics").body());
      places.search("health", operator.get("/health/ready").body());
      places.search("command lines", commandLines());
    }
    places.search("log", log());
    places.files(data);

    assertThat(places.searched())
        .contains("topic sitepulse.collector-faults", "topic __consumer_offsets")
        .contains("table sitepulse.poll_votes", "table sitepulse.changes")
        .anyMatch(place -> place.endsWith("-changelog"))
        .anyMatch(place -> place.startsWith("file streams/"))
        .anyMatch(place -> place.startsWith("file clickhouse/"))
        .anyMatch(place -> place.startsWith("file kafka/__cluster_metadata"));
    assertThatTheSearchFinds(places.found());
    assertThat(places.found()).isEqualTo(expected());
  }

  /** What is searched for and must be there, in places of each kind. */
  private static void assertThatTheSearchFinds(Map<String, Set<String>> found) {
    assertThat(found.get("log")).contains("control: log");
    assertThat(found.get("topic sitepulse.page-views")).contains("control: title");
    assertThat(found.get("table sitepulse.page_views")).contains("control: title");
    assertThat(found.get("topic sitepulse.accounts")).contains("control: name");
    assertThat(found.get("table sitepulse.changes")).contains("control: name");
    assertThat(found.get("file kafka/sitepulse.accounts")).contains("control: name");
    found.values().forEach(names -> names.removeIf(name -> name.startsWith("control: ")));
    found.values().removeIf(Set::isEmpty);
  }

  /**
   * All that may be found, and where. Salts and digests of keys are the only traces of persons and
   * secrets, next to the secrets that the installation makes for itself.
   */
  private Map<String, Set<String>> expected() {
    var expected = new TreeMap<String, Set<String>>();
    expected.put("topic sitepulse.visitor-salts", Set.of("salt"));
    expected.put("file kafka/sitepulse.visitor-salts", Set.of("salt"));
    var account =
        Set.of(
            "password hash",
            "encrypted secret of the second factor",
            "key (SHA-256)",
            "hash of a recovery code");
    expected.put("topic sitepulse.accounts", account);
    expected.put("file kafka/sitepulse.accounts", account);
    expected.put("file dashboard/session.secret", Set.of("session.secret"));
    expected.put("file dashboard/voter.secret", Set.of("voter.secret"));
    return expected;
  }

  private SitepulseOptions options(Path data) throws Exception {
    return OnePoll.options(folder, data, SITE, POLL);
  }

  private static HttpUser visitor(Sitepulse pulse, String... headers) {
    return new HttpUser(pulse.url(), PEER, headers);
  }

  private static List<HttpUser> visitors(Sitepulse pulse) {
    return List.of(
        visitor(pulse, "User-Agent: " + AGENT),
        visitor(pulse, "User-Agent: " + AGENT, "X-Forwarded-For: " + IPV4),
        visitor(pulse, "User-Agent: " + AGENT, "X-Forwarded-For: [" + IPV6 + "]:4711, 127.0.0.1"),
        visitor(pulse, "User-Agent: " + BOT, "Forwarded: for=" + FORWARDED + ";proto=https"));
  }

  private static void visit(Sitepulse pulse) throws Exception {
    for (HttpUser visitor : visitors(pulse)) {
      String view = "{\"site\":\"%s\",\"page\":\"/tin\",\"title\":\"%s\"}".formatted(SITE, TITLE);
      assertThat(visitor.post("/api/events", view).status()).isEqualTo(202);
      assertThat(visitor.get("/api/pixel.gif?site=" + SITE + "&page=/anh").status()).isEqualTo(200);
      assertThat(visitor.post("/api/events", "{\"site\":\"unknown\",\"page\":\"/\"}").status())
          .isEqualTo(404);
      assertThat(visitor.post("/api/events", "{\"site\":").status()).isEqualTo(400);
      visitor.listen("/api/sites/" + SITE + "/counters/live");
    }
  }

  private void vote(Sitepulse pulse) throws Exception {
    String votes = "/api/polls/" + POLL + "/votes";
    for (HttpUser voter : visitors(pulse)) {
      var answer = voter.post(votes, "{\"choices\":[\"good\"]}");
      secret("voter token", answer.text("voter"));
      secret("receipt", answer.text("receipt"));
      voter.listen("/api/polls/" + POLL + "/live?receipt=" + answer.text("receipt"));
      assertThat(voter.post(votes, "{\"choices\":[\"bad\"]}").status()).isEqualTo(202);
    }
    // A program without cookies may name what its token is made of.
    var program = visitors(pulse).get(1);
    String chosen = UUID.randomUUID().toString();
    program.cookies.clear();
    program.post(votes, "{\"choices\":[\"good\"],\"voter\":\"" + chosen + "\"}");
    secret("voter id of a program", chosen);
    String id = UUID.randomUUID().toString();
    program.cookies.clear();
    program.post(votes, "{\"choices\":[\"good\"],\"id\":\"" + id + "\"}");
    secret("vote id that makes a token", id);
    voteWithTheForm(visitors(pulse).get(2));
  }

  private void voteWithTheForm(HttpUser voter) throws Exception {
    var fields = new HashMap<String, String>();
    var matcher = HIDDEN.matcher(voter.get("/embed/poll?poll=" + POLL).body());
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    secret("voter token of the form", fields.getOrDefault("voter", ""));
    secret("form token", fields.getOrDefault("form", ""));
    fields.put("choice", "good");
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var answer = voter.send("POST", "/embed/poll", "application/x-www-form-urlencoded", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  private void manage(Sitepulse pulse) throws Exception {
    HttpUser root = manager(pulse);
    URI link = pulse.setupLink().orElseThrow();
    secret("setup code", link.getFragment());
    root.keep(
        root.post(
            "/api/manage/setup",
            "{\"code\":\"%s\",\"login\":\"quantri\",\"name\":\"%s\",\"password\":\"%s\"}"
                .formatted(link.getFragment(), NAME, PASSWORD)));
    session(root);
    var made =
        root.post("/api/manage/accounts", "{\"login\":\"an\",\"name\":\"An\",\"grants\":[]}");
    String invitation = made.text("invitation");
    secret("invitation", invitation.substring(invitation.indexOf('#') + 1));
    HttpUser invited = manager(pulse);
    invited.keep(
        invited.post(
            "/api/manage/invitation",
            "{\"code\":\"%s\",\"password\":\"%s\"}"
                .formatted(secrets.get("invitation"), WRONG_PASSWORD + " không")));
    session(invited);
    failToSignIn(pulse);
    secondFactor(pulse, root);
    changePassword(root);
    session(root);
    String key =
        root.post("/api/manage/tokens", "{\"name\":\"xuất\",\"role\":\"viewer\"}").text("token");
    secret("key", key);
    assertThat(manager(pulse).get("/api/manage/sites", "Authorization: Bearer " + key).status())
        .isEqualTo(200);
    assertThat(root.get("/api/manage/sessions").body()).contains("Chrome", "Windows");
  }

  private static void failToSignIn(Sitepulse pulse) throws Exception {
    for (String[] tried :
        List.of(
            new String[] {"quantri", WRONG_PASSWORD}, new String[] {AS_LOGIN, WRONG_PASSWORD})) {
      var body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(tried[0], tried[1]);
      assertThat(manager(pulse).post("/api/manage/session", body).status()).isEqualTo(401);
    }
  }

  private void secondFactor(Sitepulse pulse, HttpUser root) throws Exception {
    var app = new AuthenticatorApp(Clock.systemUTC());
    String password = "{\"password\":\"" + PASSWORD + "\"}";
    var begun = root.post("/api/manage/second-factor/enrolment", password);
    app.scan(begun.text("secret"));
    secret("secret of the second factor", begun.text("secret"));
    secret("enrolment", begun.text("enrolment"));
    JsonNode codes =
        root.post(
                "/api/manage/second-factor",
                "{\"enrolment\":\"%s\",\"code\":\"%s\"}"
                    .formatted(begun.text("enrolment"), app.code()))
            .json()
            .path("recoveryCodes");
    assertThat(codes).hasSize(10);
    secret("recovery code", codes.get(9).asText());
    HttpUser other = manager(pulse);
    String pending =
        other
            .post(
                "/api/manage/session",
                "{\"login\":\"quantri\",\"password\":\"%s\"}".formatted(PASSWORD))
            .text("pending");
    secret("pending sign-in", pending);
    other.keep(
        other.post(
            "/api/manage/session/code",
            "{\"pending\":\"%s\",\"code\":\"%s\"}".formatted(pending, codes.get(0).asText())));
    session(other);
    secret("used recovery code", codes.get(0).asText());
  }

  private static void changePassword(HttpUser root) throws Exception {
    var changed =
        root.post(
            "/api/manage/session/password",
            "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(PASSWORD, NEXT_PASSWORD));
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
  }

  /** Secrets in addresses, names, types and broken requests, where a log could repeat them. */
  private void misplaceSecrets(Sitepulse pulse) throws Exception {
    for (String secret : List.copyOf(secrets.values())) {
      HttpUser user = manager(pulse);
      String encoded = encoded(secret);
      user.get("/api/manage/sites?token=" + encoded + "&site=" + encoded);
      user.get("/api/manage/accounts/" + encoded);
      user.get("/api/polls/" + encoded + "?receipt=" + encoded);
      user.get("/api/sites/" + encoded + "/counters");
      user.get("/dashboard/" + encoded);
      user.get("/nowhere/" + encoded, "X-Api-Key: " + secret, "Authorization: Basic " + secret);
      user.get("/api/manage/session", "Authorization: Bearer " + secret + "x");
      user.send("POST", "/api/manage/session", "application/json; " + secret, secret);
      user.post("/api/manage/session", "{\"" + secret + "\":1,\"login\":[\"" + secret + "\"]}");
      user.post("/api/polls/" + POLL + "/votes", "{\"choices\":[\"" + secret + "\"]}");
      user.post("/api/polls/" + POLL + "/votes", "{\"choices\":[],\"id\":\"" + secret + "\"}");
      user.post(
          "/api/events", "{\"site\":\"" + SITE + "\",\"page\":\"/tin?token=" + secret + "\"}");
      user.post("/api/events", "{\"site\":\"" + secret + " \",\"page\":\"/\",\"x\":\"" + secret);
      user.raw(secret + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      user.raw("GET /%zz?" + encoded + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      user.raw("GET /" + secret.repeat(400) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      user.raw("GET / HTTP/1.1\r\nHost: x\r\n" + secret + "\r\nConnection: close\r\n\r\n");
    }
  }

  private static HttpUser manager(Sitepulse pulse) {
    return visitor(pulse, "User-Agent: " + MANAGER_AGENT, "X-Forwarded-For: " + IPV4);
  }

  /** Notes the secrets of a session that has begun. */
  private void session(HttpUser manager) throws Exception {
    secret("session", manager.cookies.getOrDefault("sitepulse_session", ""));
    secret("device", manager.cookies.getOrDefault("sitepulse_device", ""));
    secret("csrf", manager.keep(manager.get("/api/manage/session")).text("csrf"));
  }

  private void secret(String name, String value) {
    assertThat(value).as(name).hasSizeGreaterThan(10);
    secrets.put(name, value);
    terms.text(name, value);
  }

  private static void awaitStored(Sitepulse pulse) {
    var reader = new Reader(pulse);
    await()
        .untilAsserted(
            () -> {
              // Three visitors and a manager. The other one is a bot.
              assertThat(reader.stored(SITE).visitors()).isEqualTo(4);
              assertThat(reader.get("/api/polls/" + POLL).at("/participants").asInt()).isEqualTo(7);
            });
    await().until(() -> rows(pulse, "poll_votes") >= 11 && rows(pulse, "changes") >= 7);
  }

  private static long rows(Sitepulse pulse, String table) {
    try (var clickHouse = new ClickHouse(pulse.clickHouseConfig())) {
      return clickHouse
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery("SELECT count() FROM sitepulse." + table + " FINAL")
                      .mapTo(Long.class)
                      .one());
    }
  }

  private void addTerms(Sitepulse pulse) throws Exception {
    terms.text("control: title", TITLE);
    terms.text("control: name", NAME);
    terms.text("control: log", LOGGED);
    for (String address : List.of(PEER, IPV4, FORWARDED, IPV6)) {
      terms.text("address", address);
    }
    // Networks and other spellings.
    List.of("127.83.45.", "203.0.113.", "198.51.100.", "2001:db8:7a31:", "2001:0db8:7a31:")
        .forEach(network -> terms.text("network", network));
    byte[] ipv6 = InetAddress.getByName(IPV6).getAddress();
    terms.binary("address", ipv6);
    terms.binary("network", Arrays.copyOf(ipv6, 8));
    for (String agent : List.of(AGENT, BOT, MANAGER_AGENT)) {
      terms.text("user agent", agent);
      terms.text("end of a user agent", agent.substring(agent.length() - 10));
    }
    for (String part : List.of("Gecko/20100101", "AppleWebKit/537.36", "Windows NT 10.0")) {
      terms.text("part of a user agent", part);
    }
    for (String password : List.of(PASSWORD, NEXT_PASSWORD, WRONG_PASSWORD, AS_LOGIN)) {
      terms.text("password", password);
    }
    terms.text("password of ClickHouse", pulse.clickHouse().password());
    String login = pulse.kafka().security().lines().getProperty("sasl.jaas.config", "");
    terms.text("password of Kafka", login.replaceFirst(".*password=\"([^\"]+)\";", "$1"));
    for (String file : List.of("session.secret", "voter.secret")) {
      terms.text(file, Files.readString(pulse.data().resolve("dashboard").resolve(file)).trim());
    }
    for (byte[] salt : values(pulse, Topics.VISITOR_SALTS.name())) {
      terms.binary("salt", salt);
    }
    Account account = account(pulse);
    terms.text("password hash", String.valueOf(account.password()));
    var factor = Objects.requireNonNull(account.secondFactor());
    terms.text("encrypted secret of the second factor", factor.secret());
    terms.text("hash of a recovery code", factor.recoveryCodes().get(0));
  }

  /** The administrator as the topic has it last. */
  private static Account account(Sitepulse pulse) throws Exception {
    var topic = Topics.ACCOUNTS;
    return values(pulse, topic.name()).stream()
        .map(value -> topic.value().deserializer().deserialize(topic.name(), value))
        .filter(account -> account.login().equals("quantri"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static List<byte[]> values(Sitepulse pulse, String topic) {
    var found = new ArrayList<byte[]>();
    try (var consumer =
        new KafkaConsumer<>(
            pulse.kafka().client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var parts = consumer.partitionsFor(topic);
      var all = parts.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(message.value()));
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String commandLines() {
    String all =
        ProcessHandle.current()
            .descendants()
            // Another test's browser may be open. All processes of sitepulse are Java.
            .filter(child -> child.info().command().orElse("").endsWith("/java"))
            .map(PrivacyIT::commandLine)
            .collect(Collectors.joining("\n"));
    assertThat(all).contains("ClickHouseServerMain");
    return all;
  }

  private static String commandLine(ProcessHandle child) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"));
    } catch (IOException e) {
      return child.info().commandLine().orElse("");
    }
  }

  private String log() {
    var layout = new PatternLayout();
    layout.setContext(root.getLoggerContext());
    layout.setPattern("%d %level %thread %logger %msg %kvp %mdc%n%ex");
    layout.start();
    return List.copyOf(log.list).stream().map(layout::doLayout).collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
