/** The common parts of all HTTP servers: problems, health, metrics, client address. */
@NullMarked
package io.sitepulse.runtime.http;

import org.jspecify.annotations.NullMarked;
