/** The client's own list of what was acknowledged, and its comparison with what was counted. */
@NullMarked
package io.sitepulse.local.chaos.book;

import org.jspecify.annotations.NullMarked;
