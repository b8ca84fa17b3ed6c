package io.sitepulse.local.dashboard;

import io.sitepulse.local.SharedResource;

/** Gives every test of the package the same {@link Office}: one instance, one browser. */
final class OfficeExtension extends SharedResource<Office> {
  OfficeExtension() {
    super(Office.class, Office::open);
  }
}
