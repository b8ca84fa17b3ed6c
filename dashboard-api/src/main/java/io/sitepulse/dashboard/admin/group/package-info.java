/** Groups of sites. */
@NullMarked
package io.sitepulse.dashboard.admin.group;

import org.jspecify.annotations.NullMarked;
