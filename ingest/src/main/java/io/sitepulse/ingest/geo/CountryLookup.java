package io.sitepulse.ingest.geo;

import org.jspecify.annotations.Nullable;

/** Finds the country of an address. Thread-safe and non-blocking. */
@FunctionalInterface
public interface CountryLookup {
  /** The lookup without a file. It finds no country. */
  CountryLookup NONE = address -> null;

  /**
   * Finds the country of an address.
   *
   * @param address IP address as text
   * @return ISO 3166-1 alpha-2, or null if it is unknown
   */
  @Nullable String of(String address);
}
