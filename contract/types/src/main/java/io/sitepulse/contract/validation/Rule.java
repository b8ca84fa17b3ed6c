package io.sitepulse.contract.validation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The rules for fields of requests. The label is the {@code code} in problem documents, which
 * clients translate. A released label never changes. The names in braces are the {@code limits} of
 * a rule. {@code min} and {@code max} are optional.
 */
public enum Rule implements Labelled {
  /** The field is missing. */
  REQUIRED("required"),
  /** Length of a text in characters: {min, max}. With a {@code min} the text must not be blank. */
  LENGTH("length"),
  /** Number of entries of a list: {min, max}. */
  COUNT("count"),
  /** Range of a number: {min, max}. */
  RANGE("range"),
  /** Format of a text: {pattern}. */
  FORMAT("format"),
  /** One of the values: {of}. */
  CHOICE("choice"),
  /** Ids must be distinct. */
  DISTINCT("distinct"),
  /** Must be before another field: {before}. */
  ORDER("order"),
  /** The object with this id does not exist. */
  UNKNOWN("unknown"),
  /** The field cannot be changed. */
  FIXED("fixed"),
  /** No field has this name. */
  UNKNOWN_FIELD("unknown-field"),
  /** The body is not JSON. */
  JSON("json"),
  OBJECT("object"),
  LIST("list"),
  TEXT("text"),
  /** Must be a whole number. */
  NUMBER("number"),
  BOOLEAN("boolean"),
  /** Must be a day like 2026-11-22. */
  DAY("day"),
  /** Must be milliseconds since 1970. */
  TIME("time"),
  /** Must be an IANA time zone. */
  ZONE("zone"),
  /** Must be {@code site:ID}, {@code group:ID} or {@code all}. */
  SCOPE("scope"),
  /** Must be the text of a period. */
  PERIOD("period"),
  /** Must be a month, quarter, half-year or year. */
  PERIOD_KIND("period-kind"),
  /** Number of days of a period: {min, max}. */
  PERIOD_LENGTH("period-length"),
  /** Range of a day: {min, max}, ISO 8601. */
  DAY_RANGE("day-range"),
  /** Must not be a future day. */
  TO_COME("to-come"),
  /** Must not be a past instant. */
  OVER("over"),
  /** Must be the current password. */
  WRONG_PASSWORD("wrong-password"),
  /** Must be the present code of the authenticator app. */
  WRONG_CODE("wrong-code"),
  /** Must not be a password that is among the first guesses. */
  COMMON_PASSWORD("common-password"),
  /** A site cannot be its own predecessor. */
  SAME_SITE("same-site"),
  /** The site already has a successor: {site}. */
  HAS_SUCCESSOR("has-successor"),
  /** The successor is a predecessor of the site. */
  CIRCLE("circle"),
  /** A real site and a sample site cannot be merged. */
  SAMPLE("sample"),
  /** An archived site cannot be a successor. */
  ARCHIVED("archived"),
  /** The values must stay, because there are ballots: {of}. */
  KEPT("kept"),
  /** The poll cannot become a draft again, because there are ballots. */
  VOTED("voted"),
  /** Other objects still refer to the object to be removed: {count}. */
  HELD("held"),
  /** Only allowed for a single site. */
  ONE_SITE("one-site"),
  /** Not available as a filter here. */
  NO_FILTER("no-filter"),
  /** Must not occur twice. */
  TWICE("twice"),
  /** Invalid for a reason that only the detail states. */
  INVALID("invalid");

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }
}
