/**
 * The topology of the counting: {@link io.sitepulse.streams.topology.StreamsTopology} connects the
 * processors of the other packages. It does not run anything.
 */
@NullMarked
package io.sitepulse.streams.topology;

import org.jspecify.annotations.NullMarked;
