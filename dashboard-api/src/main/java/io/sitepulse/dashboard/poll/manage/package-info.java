/** Polls as their managers make and read them. */
@NullMarked
package io.sitepulse.dashboard.poll.manage;

import org.jspecify.annotations.NullMarked;
