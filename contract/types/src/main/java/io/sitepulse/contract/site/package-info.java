/** Sites, groups and scopes. */
@NullMarked
package io.sitepulse.contract.site;

import org.jspecify.annotations.NullMarked;
