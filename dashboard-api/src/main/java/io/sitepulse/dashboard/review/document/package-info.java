/** The review as a document: its data, labels and sections. */
@NullMarked
package io.sitepulse.dashboard.review.document;

import org.jspecify.annotations.NullMarked;
