/** The sections of the review, one class each. */
@NullMarked
package io.sitepulse.dashboard.review.section;

import org.jspecify.annotations.NullMarked;
