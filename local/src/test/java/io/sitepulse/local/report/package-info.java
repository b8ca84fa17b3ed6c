/** Reports against a plain recount of the events they were made of. */
@NullUnmarked
package io.sitepulse.local.report;

import org.jspecify.annotations.NullUnmarked;
