package io.sitepulse.local.audit;

/**
 * Numbers of a day that were counted elsewhere and have no raw events here: they are taken as they
 * were brought.
 *
 * @param source where they come from
 * @param figures the numbers
 */
record Imported(String source, NamedCounts figures) {}
