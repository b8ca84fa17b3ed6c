package io.sitepulse.ingest.geo;

import org.jspecify.annotations.Nullable;

/** Tells in which country an address is. Any thread may ask; never blocks. */
@FunctionalInterface
public interface CountryLookup {
  /** For an operator who gave no file. */
  CountryLookup NONE = address -> null;

  /**
   * The country of an address.
   *
   * @param address as {@code ClientAddress} tells it
   * @return ISO 3166-1 alpha-2, or null if it is not known
   */
  @Nullable String of(String address);
}
