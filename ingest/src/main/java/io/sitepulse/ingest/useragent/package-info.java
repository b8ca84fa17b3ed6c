/** What is kept of a user agent, and which of them are robots. */
@NullMarked
package io.sitepulse.ingest.useragent;

import org.jspecify.annotations.NullMarked;
