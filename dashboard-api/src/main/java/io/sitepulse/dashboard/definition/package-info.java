/** Definitions: how they are written, by whom, and those a new installation starts with. */
@NullMarked
package io.sitepulse.dashboard.definition;

import org.jspecify.annotations.NullMarked;
