/**
 * Rejections, shared by the classifiers. A record that is not counted is written to {@code
 * rejected-events} with its reason.
 *
 * <p>{@link io.sitepulse.streams.rejected.SourceRecord} is the record with its position. If it is
 * unreadable, {@link io.sitepulse.streams.rejected.PartialJson} finds the site or poll it belongs
 * to. {@link io.sitepulse.streams.rejected.Classified} is the output of a classifier.
 */
@NullMarked
package io.sitepulse.streams.rejected;

import org.jspecify.annotations.NullMarked;
