@NullMarked
package io.sitepulse.local.latency;

import org.jspecify.annotations.NullMarked;
