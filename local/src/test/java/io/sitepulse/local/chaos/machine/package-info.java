/** Tests of disks, clocks and connections that can be made to fail. */
@NullMarked
package io.sitepulse.local.chaos.machine;

import org.jspecify.annotations.NullMarked;
