/** Sites: their definitions and mergers. */
@NullMarked
package io.sitepulse.dashboard.admin.site;

import org.jspecify.annotations.NullMarked;
