/** Parsing of user agents and detection of bots. */
@NullMarked
package io.sitepulse.ingest.useragent;

import org.jspecify.annotations.NullMarked;
