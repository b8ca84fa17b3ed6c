/** What every HTTP port of sitepulse does alike: problems, health, metrics, client address. */
@NullMarked
package io.sitepulse.runtime.http;

import org.jspecify.annotations.NullMarked;
