/** Judges page views and heartbeats: what counts, what is a duplicate, a robot's, or rejected. */
@NullMarked
package io.sitepulse.streams.view;

import org.jspecify.annotations.NullMarked;
