/** From a request to page views: reading, rules, answers. */
@NullMarked
package io.sitepulse.ingest.event;

import org.jspecify.annotations.NullMarked;
