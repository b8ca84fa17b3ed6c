/** Where an address is, as far as the operator's file tells; addresses themselves go no further. */
@NullMarked
package io.sitepulse.ingest.geo;

import org.jspecify.annotations.NullMarked;
