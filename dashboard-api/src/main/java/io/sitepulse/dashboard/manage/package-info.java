/** The router of /api/manage: authentication, access checks, request bodies and responses. */
@NullMarked
package io.sitepulse.dashboard.manage;

import org.jspecify.annotations.NullMarked;
