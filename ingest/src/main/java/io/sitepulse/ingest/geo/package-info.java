/** Country lookup for IP addresses. Addresses are not stored. */
@NullMarked
package io.sitepulse.ingest.geo;

import org.jspecify.annotations.NullMarked;
