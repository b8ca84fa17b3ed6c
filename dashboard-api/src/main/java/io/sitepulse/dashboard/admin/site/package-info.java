/** Sites and their groups: who counts for whom, and how managers change them. */
@NullMarked
package io.sitepulse.dashboard.admin.site;

import org.jspecify.annotations.NullMarked;
