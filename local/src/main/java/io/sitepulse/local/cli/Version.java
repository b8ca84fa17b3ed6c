package io.sitepulse.local.cli;

import picocli.CommandLine.IVersionProvider;

/** The text of {@code --version}: the version of sitepulse and of Java. */
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
