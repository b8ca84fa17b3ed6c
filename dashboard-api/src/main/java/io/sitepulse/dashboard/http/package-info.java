/** HTTP building blocks of all routes: entity tags, CORS, cookies, languages and static files. */
@NullMarked
package io.sitepulse.dashboard.http;

import org.jspecify.annotations.NullMarked;
