@NullMarked
package io.sitepulse.streams.metrics;

import org.jspecify.annotations.NullMarked;
