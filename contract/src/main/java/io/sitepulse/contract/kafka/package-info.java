/** The topic catalogue and how a compacted topic is read whole. */
@NullMarked
package io.sitepulse.contract.kafka;

import org.jspecify.annotations.NullMarked;
