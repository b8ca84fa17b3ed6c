/** Disks, clocks and connections of the processes, which can be made to fail. */
@NullMarked
package io.sitepulse.local.chaos.machine;

import org.jspecify.annotations.NullMarked;
