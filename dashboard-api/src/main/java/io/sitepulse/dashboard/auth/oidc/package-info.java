/** Sign-in through an OpenID Connect provider. */
@NullMarked
package io.sitepulse.dashboard.auth.oidc;

import org.jspecify.annotations.NullMarked;
