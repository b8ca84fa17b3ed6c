package io.sitepulse.local.report;

import io.sitepulse.local.audit.Delivered;

/**
 * A delivery with what else it says.
 *
 * @param referrer host and path, or empty
 * @param bot name of the robot, or empty
 */
record Seen(
    Delivered delivered,
    String page,
    String title,
    String referrer,
    String device,
    String browser,
    String system,
    String country,
    String language,
    String bot) {}
