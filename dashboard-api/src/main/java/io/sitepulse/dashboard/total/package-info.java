/** The public total of a site, recounted as its baseline and its days. */
@NullMarked
package io.sitepulse.dashboard.total;

import org.jspecify.annotations.NullMarked;
