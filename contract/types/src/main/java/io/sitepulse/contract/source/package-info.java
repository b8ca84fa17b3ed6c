/** Names of the sources of visits. */
@NullMarked
package io.sitepulse.contract.source;

import org.jspecify.annotations.NullMarked;
