package io.sitepulse.local.audit;

/**
 * Numbers of a day that were counted elsewhere and have no raw events here. They are taken as
 * imported.
 *
 * @param source origin of the numbers
 * @param figures the numbers
 */
record Imported(String source, NamedCounts figures) {}
