package dev.howdah.provider.service;

import java.time.DayOfWeek;
import java.time.Duration;

/**
 * When in the week the provider may do maintenance.
 *
 * @param hourUtc 0 to 23
 * @param length set by the provider; one's own wish is ignored
 */
public record MaintenanceWindow(DayOfWeek dayUtc, int hourUtc, Duration length) {

    public MaintenanceWindow {
        if (hourUtc < 0 || hourUtc > 23) {
            throw new IllegalArgumentException("an hour outside 0 to 23: " + hourUtc);
        }
    }
}
