/** JSON configuration of all modules. */
@NullMarked
package io.sitepulse.runtime.json;

import org.jspecify.annotations.NullMarked;
