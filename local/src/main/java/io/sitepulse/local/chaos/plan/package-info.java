/** The faults of a run and when they come. Nothing here starts a process. */
@NullMarked
package io.sitepulse.local.chaos.plan;

import org.jspecify.annotations.NullMarked;
