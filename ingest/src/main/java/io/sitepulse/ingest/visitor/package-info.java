/** Visitors as pseudonyms of one day, and the salts those are made with. */
@NullMarked
package io.sitepulse.ingest.visitor;

import org.jspecify.annotations.NullMarked;
