package io.sitepulse.streams.topology;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds events as ingest sends them. */
public final class Events {
  public static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final Agent BROWSER = new Agent("Phone", "Chrome", "Android", null);

  private final EventKind kind;
  private UUID id = UUID.randomUUID();
  private String site = "demo";
  private ZoneId zone = HANOI;
  private @Nullable LocalDate day;
  private @Nullable String visitor = visitor(1);
  private Instant at = Instant.EPOCH;
  private Duration late = Duration.ZERO;
  private Agent agent = BROWSER;
  private long engagedMs;

  private Events(EventKind kind, Instant at) {
    this.kind = kind;
    this.at = at;
  }

  public static Events view(Instant at) {
    return new Events(EventKind.VIEW, at);
  }

  public static Events heartbeat(Instant at) {
    return new Events(EventKind.HEARTBEAT, at);
  }

  public static String visitor(long number) {
    return String.format("%016x", number);
  }

  public Events id(UUID id) {
    this.id = id;
    return this;
  }

  public Events site(String site, ZoneId zone) {
    this.site = site;
    this.zone = zone;
    return this;
  }

  public Events by(long number) {
    this.visitor = visitor(number);
    return this;
  }

  public Events anonymous() {
    this.visitor = null;
    return this;
  }

  public Events bot() {
    this.agent = new Agent("Robot", "Googlebot", "Unknown", "Googlebot");
    return this;
  }

  public Events late(Duration late) {
    this.late = late;
    return this;
  }

  public Events day(LocalDate day) {
    this.day = day;
    return this;
  }

  public Events engaged(long ms) {
    this.engagedMs = ms;
    return this;
  }

  public PageView build() {
    return PageView.builder()
        .id(id)
        .kind(kind)
        .site(site)
        .day(day == null ? LocalDate.ofInstant(at, zone) : day)
        .visitor(visitor)
        .at(at)
        .received(at.plus(late))
        .page("/")
        .language("vi")
        .agent(agent)
        .engagedMs(engagedMs)
        .build();
  }
}
