/** Sites and polls from a seed file into Kafka. */
@NullMarked
package io.sitepulse.dashboard.definition;

import org.jspecify.annotations.NullMarked;
