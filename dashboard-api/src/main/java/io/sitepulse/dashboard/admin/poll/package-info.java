/** Polls as their managers make and read them. */
@NullMarked
package io.sitepulse.dashboard.admin.poll;

import org.jspecify.annotations.NullMarked;
