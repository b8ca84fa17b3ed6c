package io.sitepulse.ingest.useragent;

/**
 * What the analyzer found, in its own words.
 *
 * @param device {@code DeviceClass}
 * @param kind {@code AgentClass}
 * @param name {@code AgentName}
 * @param system {@code OperatingSystemName}
 */
record ParsedUserAgent(String device, String kind, String name, String system) {
  static final String UNKNOWN = "Unknown";
}
