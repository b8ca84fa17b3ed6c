/** Reads access logs. */
@NullMarked
package io.sitepulse.local.replay.log;

import org.jspecify.annotations.NullMarked;
