/** Sites: who may send events, in which time zone, from which baseline. */
@NullMarked
package io.sitepulse.contract.site;

import org.jspecify.annotations.NullMarked;
