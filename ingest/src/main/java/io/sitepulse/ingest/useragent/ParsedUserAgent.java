package io.sitepulse.ingest.useragent;

/**
 * The result of the user agent analyzer, with its own values.
 *
 * @param device {@code DeviceClass}
 * @param kind {@code AgentClass}
 * @param name {@code AgentName}
 * @param system {@code OperatingSystemName}
 */
record ParsedUserAgent(String device, String kind, String name, String system) {
  static final String UNKNOWN = "Unknown";
}
