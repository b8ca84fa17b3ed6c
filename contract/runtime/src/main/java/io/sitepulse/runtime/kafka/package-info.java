/** The topic catalogue and how a compacted topic is read whole. */
@NullMarked
package io.sitepulse.runtime.kafka;

import org.jspecify.annotations.NullMarked;
