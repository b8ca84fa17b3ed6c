/** HTTP requests of the commands. */
@NullMarked
package io.sitepulse.local.http;

import org.jspecify.annotations.NullMarked;
