package io.sitepulse.contract.counter;

/** Values of dimensions, such as pages and sources, that have a meaning of their own. */
public final class DimensionValues {
  /**
   * The sums of all values beyond the limit of a site's day. No page, host, language tag or name of
   * a browser can be this text. A campaign can: it then counts among the rest.
   */
  public static final String OTHER = "(other)";

  private DimensionValues() {}
}
