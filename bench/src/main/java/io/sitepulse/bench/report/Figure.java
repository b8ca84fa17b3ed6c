package io.sitepulse.bench.report;

/**
 * A value of the product that has no ceiling, for example its CPU use without visitors.
 *
 * @param name the part and what is measured
 * @param unit unit of the values
 * @param values summary of all runs
 */
public record Figure(String name, String unit, Summary values) {}
