@NullMarked
package io.sitepulse.ingest.kafka;

import org.jspecify.annotations.NullMarked;
