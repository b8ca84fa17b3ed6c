/** JSON as every module reads and writes it. */
@NullMarked
package io.sitepulse.runtime.json;

import org.jspecify.annotations.NullMarked;
