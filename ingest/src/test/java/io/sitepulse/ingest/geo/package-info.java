@NullMarked
package io.sitepulse.ingest.geo;

import org.jspecify.annotations.NullMarked;
