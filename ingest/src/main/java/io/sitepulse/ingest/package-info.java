/** The HTTP collector: validate, identify, produce. */
@NullMarked
package io.sitepulse.ingest;

import org.jspecify.annotations.NullMarked;
