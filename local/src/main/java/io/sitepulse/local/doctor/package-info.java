/** Checks of an installation, with the way out of each fault. */
@NullMarked
package io.sitepulse.local.doctor;

import org.jspecify.annotations.NullMarked;
