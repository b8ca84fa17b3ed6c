package io.sitepulse.local.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: ours, and the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = SitepulseCommand.class.getPackage().getImplementationVersion();
    return new String[] {
      "sitepulse " + (version == null ? "not packaged" : version),
      "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
