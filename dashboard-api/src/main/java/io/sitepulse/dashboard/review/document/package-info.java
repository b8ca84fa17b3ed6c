/** The review as a document: its data, its labels and its parts. */
@NullMarked
package io.sitepulse.dashboard.review.document;

import org.jspecify.annotations.NullMarked;
