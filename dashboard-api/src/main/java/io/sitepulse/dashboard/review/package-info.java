/** The review ("báo cáo"): a document about a period with text, tables and charts. */
@NullMarked
package io.sitepulse.dashboard.review;

import org.jspecify.annotations.NullMarked;
