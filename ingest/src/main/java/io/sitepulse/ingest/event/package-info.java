/** HTTP handlers that validate and enrich events. */
@NullMarked
package io.sitepulse.ingest.event;

import org.jspecify.annotations.NullMarked;
