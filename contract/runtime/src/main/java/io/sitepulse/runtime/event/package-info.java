/**
 * The layout of the records of {@code page-views}. An {@link io.sitepulse.runtime.event.EventPack}
 * holds the events of one record, and an {@link io.sitepulse.runtime.event.EventHead} the fields of
 * an event that counting needs.
 */
@NullMarked
package io.sitepulse.runtime.event;

import org.jspecify.annotations.NullMarked;
