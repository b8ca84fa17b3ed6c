package io.sitepulse.contract.validation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Every rule that a field of a request can break. Its label is the {@code code} in problem
 * documents, for which readers' languages have words; a label that was released never changes. What
 * stands in braces are the {@code limits} that go with it; min and max may each be left out.
 */
public enum Rule {
  /** It is missing. */
  REQUIRED("required"),
  /** Characters of a text: {min, max}. With a min it may not be blank. */
  LENGTH("length"),
  /** Entries of a list: {min, max}. */
  COUNT("count"),
  /** A number: {min, max}. */
  RANGE("range"),
  /** A text of another form: {pattern}. */
  FORMAT("format"),
  /** None of the words there are: {of}. */
  CHOICE("choice"),
  /** Ids that are to differ do not. */
  DISTINCT("distinct"),
  /** It is to be before another field: {before}. */
  ORDER("order"),
  /** What it names is not there. */
  UNKNOWN("unknown"),
  /** It cannot be changed. */
  FIXED("fixed"),
  /** There is no field of that name. */
  UNKNOWN_FIELD("unknown-field"),
  /** The body is not JSON. */
  JSON("json"),
  OBJECT("object"),
  LIST("list"),
  TEXT("text"),
  /** A whole number is wanted. */
  NUMBER("number"),
  BOOLEAN("boolean"),
  /** A day like 2026-11-22 is wanted. */
  DAY("day"),
  /** Milliseconds since 1970 are wanted. */
  TIME("time"),
  /** An IANA time zone is wanted. */
  ZONE("zone"),
  /** {@code site:ID}, {@code group:ID} or {@code all} is wanted. */
  SCOPE("scope"),
  /** The text of a period is wanted. */
  PERIOD("period"),
  /** A month, quarter, half-year or year is wanted. */
  PERIOD_KIND("period-kind"),
  /** Days of a period: {min, max}. */
  PERIOD_LENGTH("period-length"),
  /** A day: {min, max}, as ISO days. */
  DAY_RANGE("day-range"),
  /** A day to come. */
  TO_COME("to-come"),
  /** An instant that is over. */
  OVER("over"),
  /** Not the password there is. */
  WRONG_PASSWORD("wrong-password"),
  /** A site cannot take itself over. */
  SAME_SITE("same-site"),
  /** Another site takes it over already: {site}. */
  HAS_SUCCESSOR("has-successor"),
  /** It takes over the site that is to take it over. */
  CIRCLE("circle"),
  /** A real site and a made-up one cannot be one. */
  SAMPLE("sample"),
  /** An archived site takes nothing over. */
  ARCHIVED("archived"),
  /** There are ballots, so these must stay: {of}. */
  KEPT("kept"),
  /** There are ballots, so it cannot be a draft again. */
  VOTED("voted"),
  /** So many are still tied to what was to be taken away: {count}. */
  HELD("held"),
  /** Asked of one site only. */
  ONE_SITE("one-site"),
  /** Figures cannot be filtered by it here. */
  NO_FILTER("no-filter"),
  /** Said twice. */
  TWICE("twice"),
  /** Wrong in a way that only the detail tells. */
  INVALID("invalid");

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  /** The wire word. */
  @JsonValue
  public String label() {
    return label;
  }
}
