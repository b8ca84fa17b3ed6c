/** Issued reviews: numbered documents that are kept as they were. */
@NullMarked
package io.sitepulse.dashboard.review.issued;

import org.jspecify.annotations.NullMarked;
