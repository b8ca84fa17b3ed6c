/** The review as HTML, PDF and workbook. */
@NullMarked
package io.sitepulse.dashboard.review.render;

import org.jspecify.annotations.NullMarked;
