/** The frame of everything under /api/manage: who asks, what they may do, how it is answered. */
@NullMarked
package io.sitepulse.dashboard.manage;

import org.jspecify.annotations.NullMarked;
