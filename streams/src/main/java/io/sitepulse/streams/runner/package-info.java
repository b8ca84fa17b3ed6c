/** Runs the topology: settings, start, state, faults, memory. */
@NullMarked
package io.sitepulse.streams.runner;

import org.jspecify.annotations.NullMarked;
