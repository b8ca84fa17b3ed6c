/** The review ("báo cáo"): figures of a period put into words, tables and pictures. */
@NullMarked
package io.sitepulse.dashboard.review;

import org.jspecify.annotations.NullMarked;
