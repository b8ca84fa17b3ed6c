/** What is kept of a user agent, and which of them are robots. */
@NullMarked
package io.sitepulse.ingest.agent;

import org.jspecify.annotations.NullMarked;
