@NullMarked
package io.sitepulse.streams.outbox;

import org.jspecify.annotations.NullMarked;
