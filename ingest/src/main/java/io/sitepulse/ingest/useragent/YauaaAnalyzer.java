package io.sitepulse.ingest.useragent;

import nl.basjes.parse.useragent.UserAgentAnalyzer;

/** The analyzer of the library Yauaa. It holds about 110 MB. Not thread-safe. */
final class YauaaAnalyzer implements Analyzer {
  /** Length that is analyzed. What browsers say of themselves stands at the beginning. */
  private static final int LONGEST = 400;

  private static final String FIRST =
      "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/131.0.0.0 Mobile Safari/537.36";

  private final UserAgentAnalyzer analyzer;

  /** Builds the analyzer. Blocks for some seconds of processor time. */
  YauaaAnalyzer() {
    this.analyzer =
        UserAgentAnalyzer.newBuilder()
            .hideMatcherLoadStats()
            .dropTests()
            .withoutCache()
            .withField("DeviceClass")
            .withField("AgentClass")
            .withField("AgentName")
            .withField("OperatingSystemName")
            .build();
    analyze(FIRST); // Warms up the analyzer, because the first text takes a second.
  }

  @Override
  public ParsedUserAgent analyze(String userAgent) {
    var found =
        analyzer.parse(userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent);
    return new ParsedUserAgent(
        found.getValue("DeviceClass"),
        found.getValue("AgentClass"),
        found.getValue("AgentName"),
        found.getValue("OperatingSystemName"));
  }
}
