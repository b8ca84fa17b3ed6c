@NullMarked
package io.sitepulse.ingest.place;

import org.jspecify.annotations.NullMarked;
