/** Page views, heartbeats and the reasons not to count them. */
@NullMarked
package io.sitepulse.contract.event;

import org.jspecify.annotations.NullMarked;
