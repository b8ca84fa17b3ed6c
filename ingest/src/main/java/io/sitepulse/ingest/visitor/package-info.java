/** Daily pseudonyms of visitors and their salts. */
@NullMarked
package io.sitepulse.ingest.visitor;

import org.jspecify.annotations.NullMarked;
